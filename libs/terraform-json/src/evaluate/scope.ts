import type { Expression } from '../expression';
import { SyntaxProblem } from '../hcl/syntax';
import { wholeResource } from './whole-resource';

/** What a configuration declares, by name. Each throws SyntaxProblem for what is not there. */
export interface Names {
  variable(name: string): Expression;
  local(name: string): Expression;
  /** @param address `aws_iam_role.member` or `data.aws_region.current`; a list or an object where there are several of it */
  resource(address: string): Expression;
}

/** What names stand for at one place. */
export interface Scope {
  readonly names: Names;
  /** `each`, `count`, and what a `for` or a dynamic block binds. */
  readonly bindings: ReadonlyMap<string, Expression>;
  /** Shared by all places of a file. */
  readonly budget: Budget;
}

/** Far more than any stack needs; a few lines of expressions can ask for more than any machine has. */
const MAX_VALUES = 2_000_000;
const MAX_TEXT = 4 * 1024 * 1024;

/** Bounds what the expressions of one file may cost. */
export class Budget {
  #values = 0;

  /** @throws SyntaxProblem when it is used up */
  spend(value: unknown): void {
    this.#values += 1;
    const isTooLong = typeof value === 'string' && value.length > MAX_TEXT;
    if (isTooLong || this.#values > MAX_VALUES)
      throw new SyntaxProblem('its values are too many or too long to be worked out here');
  }
}

const missing =
  (kind: string) =>
  (name: string): never => {
    throw new SyntaxProblem(`the file has no ${kind} ${name}`);
  };

/** Where nothing is declared. */
export function emptyScope(): Scope {
  const names = {
    variable: missing('variable'),
    local: missing('local value'),
    resource: wholeResource,
  };
  return { names, bindings: new Map(), budget: new Budget() };
}

export function withBindings(scope: Scope, bindings: Readonly<Record<string, Expression>>): Scope {
  return { ...scope, bindings: new Map([...scope.bindings, ...Object.entries(bindings)]) };
}
