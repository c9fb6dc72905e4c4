import type { Role } from '@gatehouse/auth-model';
import { partsOf, type Patterns, type Statement } from '@gatehouse/iam';

/** One action on one resource, as patterns. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  /** The same as a statement, with its conditions. */
  readonly statement: Statement;
}

/** Whether all that a role may do is known: of one of which it is not, nobody can say what it may not do. */
export function isWhollyKnown({ policies }: Role): boolean {
  return policies.every(({ document }) => document.kind === 'known');
}

/** Every statement that allows something, of all its policies that are known. */
export function allowedBy({ policies }: Role): readonly Statement[] {
  return policies.flatMap(({ document }) =>
    document.kind !== 'known'
      ? []
      : document.value.statements.filter(({ effect }) => effect === 'Allow'),
  );
}

/** Every action on every resource that is allowed; `Not…` as one that is written so. */
export function grantsOf(role: Role): readonly Grant[] {
  return allowedBy(role)
    .flatMap(partsOf)
    .map((statement) => ({
      action: named(statement.actions),
      resource: named(statement.resources),
      statement,
    }));
}

function named(patterns: Patterns | undefined): string {
  const words = patterns?.patterns.join(', ') ?? '*';
  return patterns?.negated === true ? `everything except ${words}` : words;
}
