import { Budget, type Names, type Scope } from '../evaluate/scope';
import { wholeResource } from '../evaluate/whole-resource';
import type { Expression } from '../expression';
import { literal } from '../settled-values';
import { SyntaxProblem } from '../hcl/syntax';
import { parseExpression } from '../parse-expression';
import { blocksAt, objectAt } from '../shape';
import { TerraformJsonError } from '../terraform-json-error';
import { TWO_WAYS } from '../two-ways';
import type { Json, JsonObject } from '../value';
import { instanceAddress, readInstances, type Instances } from './instances';

/** The parts of a file that give names. */
interface Declarations {
  readonly fileName: string;
  readonly variable: Json | undefined;
  readonly locals: Json | undefined;
  /** Body by address: `aws_iam_role.member`, `data.aws_region.current`. */
  readonly bodies: ReadonlyMap<string, Json>;
}

/** What names stand for in a whole file, each worked out once, when it is first asked for. */
export class DeclaredNames implements Names {
  /** What stands outside of everything that has instances. */
  readonly scope: Scope;
  readonly #locals: JsonObject;
  readonly #variables: JsonObject;
  readonly #known = new Map<string, Expression>();
  readonly #instances = new Map<string, Instances>();
  /** What is being worked out: whoever asks for it again goes round in a circle. */
  readonly #open: string[] = [];

  constructor(private readonly given: Declarations) {
    this.scope = { names: this, bindings: new Map(), budget: new Budget() };
    this.#locals = merged(given.locals, `${given.fileName}: locals`);
    this.#variables = objectAt(given.variable, `${given.fileName}: variable`);
  }

  /** Every one is worked out, wanted or not: a mistake in a local value is one also where nobody asks for it. */
  check(): void {
    for (const name of this.localNames) this.local(name);
  }

  get localNames(): readonly string[] {
    return Object.keys(this.#locals);
  }

  local(name: string): Expression {
    return this.#once(`local.${name}`, () => {
      if (!Object.hasOwn(this.#locals, name))
        throw new SyntaxProblem(`the file has no local value ${name}`);
      const where = `${this.given.fileName}: locals.${name}`;
      return parseExpression(this.#locals[name] ?? null, where, this.scope);
    });
  }

  variable(name: string): Expression {
    return this.#once(`var.${name}`, () => {
      const where = `${this.given.fileName}: variable.${name}`;
      if (!Object.hasOwn(this.#variables, name))
        throw new SyntaxProblem(`the file has no variable ${name}`);
      const body = objectAt(this.#variables[name], where);
      if (body.default === undefined) {
        throw new TerraformJsonError(
          'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
          `${where} has no default, and nobody is asked for its value here. Give it a default. ${TWO_WAYS}`,
        );
      }
      // A default is a value as it stands, and no template. Source: Terraform, "JSON Configuration Syntax", variable blocks.
      return literal(body.default, `${where}.default`);
    });
  }

  resource(address: string): Expression {
    const instances = this.instancesOf(address);
    if (instances.kind === 'one') return wholeResource(address);
    const wholes = instances.items.map(
      (item) => [item.key, wholeResource(instanceAddress(address, item.key))] as const,
    );
    return instances.kind === 'count'
      ? { kind: 'list', items: wholes.map(([, whole]) => whole) }
      : { kind: 'object', entries: Object.fromEntries(wholes) };
  }

  instancesOf(address: string): Instances {
    const before = this.#instances.get(address);
    if (before !== undefined) return before;
    const where = `${this.given.fileName}: ${address.startsWith('data.') ? '' : 'resource.'}${address}`;
    const body = objectAt(this.given.bodies.get(address), where);
    const instances = this.#guarded(address, () => readInstances(body, where, this.scope));
    this.#instances.set(address, instances);
    return instances;
  }

  /** Addresses of all instances of what is named, or of the one instance that is. */
  addressesOf(named: string): readonly string[] {
    const instances = this.instancesOf(named);
    return instances.kind === 'one'
      ? [named]
      : instances.items.map(({ key }) => instanceAddress(named, key));
  }

  #once(name: string, make: () => Expression): Expression {
    const before = this.#known.get(name);
    if (before !== undefined) return before;
    const value = this.#guarded(name, make);
    this.#known.set(name, value);
    return value;
  }

  #guarded<T>(name: string, make: () => T): T {
    const start = this.#open.indexOf(name);
    if (start >= 0)
      throw new SyntaxProblem(`${[...this.#open.slice(start), name].join(' → ')} is a circle`);
    this.#open.push(name);
    try {
      return make();
    } finally {
      this.#open.pop();
    }
  }
}

/** A block may be written several times. */
function merged(json: Json | undefined, where: string): JsonObject {
  return Object.fromEntries(blocksAt(json, where).flatMap((block) => Object.entries(block)));
}
