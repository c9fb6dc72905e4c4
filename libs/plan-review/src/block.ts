import {
  known,
  resolve,
  TerraformJsonError,
  type Expression,
  type Json,
  type JsonObject,
  type Known,
  type Resolver,
  type Unknown,
  type Value,
} from '@gatehouse/terraform-json';

/** A value that is known, or that is not and says why. */
export type Settled<T> = Known<T> | Unknown;

/**
 * The arguments of a resource, or of one block in it. References are settled: to what the stack sets there, to an ARN in AWS's
 * shape, or to a symbol such as `${aws_x.y.z}`. Absent and null are `undefined`, unless a default says what absent means: give the
 * provider's own, since a plan has it written out and a synthesized stack has not.
 */
export class Block {
  constructor(
    private readonly config: Expression,
    private readonly resolver: Resolver,
  ) {}

  /** A path may lead through blocks that stand once: `password_policy.minimum_length`. */
  value(path: string): Settled<Json> | undefined {
    const expression = this.at(path);
    if (expression === undefined) return undefined;
    const value = this.settle(expression);
    return value.kind === 'known' && value.value === null ? undefined : value;
  }

  text(path: string): Settled<string> | undefined;
  text(path: string, byDefault: string): Settled<string>;
  text(path: string, byDefault?: string): Settled<string> | undefined {
    return this.read(path, byDefault, (json) =>
      typeof json === 'object' ? undefined : String(json),
    );
  }

  number(path: string): Settled<number> | undefined;
  number(path: string, byDefault: number): Settled<number>;
  number(path: string, byDefault?: number): Settled<number> | undefined {
    return this.read(path, byDefault, toNumber);
  }

  boolean(path: string): Settled<boolean> | undefined;
  boolean(path: string, byDefault: boolean): Settled<boolean>;
  boolean(path: string, byDefault?: boolean): Settled<boolean> | undefined {
    return this.read(path, byDefault, (json) => {
      if (json === true || json === 'true') return true;
      return json === false || json === 'false' ? false : undefined;
    });
  }

  /** A list or set of texts. Absent is empty, as Terraform has it. */
  texts(path: string): Settled<readonly string[]> {
    return this.read(path, [], (json) => {
      if (!Array.isArray(json)) return undefined;
      const items: readonly Json[] = json;
      return items.every((item) => typeof item === 'string') ? items : undefined;
    });
  }

  /** A map, whose every value may be known or not. Absent is empty. */
  entries(path: string): Readonly<Record<string, Settled<Json>>> {
    const expression = this.at(path);
    if (expression?.kind !== 'object') return {};
    return Object.fromEntries(
      Object.entries(expression.entries).map(([key, entry]) => [key, this.settle(entry)]),
    );
  }

  /** Nested blocks: a list, or an object where there is one. Those that are not known yet are one block of nothing but unknowns. */
  blocks(path: string): readonly Block[] {
    const expression = this.at(path);
    if (expression === undefined) return [];
    const items = expression.kind === 'list' ? expression.items : [expression];
    return items.map((item) => new Block(item, this.resolver));
  }

  /** Everything that is set and known, for comparing two blocks as wholes. */
  known(): JsonObject {
    if (this.config.kind !== 'object') return {};
    const entries = Object.entries(this.entries('')).flatMap(([key, value]) =>
      value.kind === 'known' && value.value !== null ? [[key, value.value] as const] : [],
    );
    return Object.fromEntries(entries);
  }

  /** The argument as it is written. */
  protected at(path: string): Expression | undefined {
    const found = path === '' ? this.config : follow(this.config, path.split('.'));
    return found?.kind === 'literal' && found.value === null ? undefined : found;
  }

  /** What cannot be worked out is not known: a rule goes on with the next resource. */
  private settle(expression: Expression): Settled<Json> {
    try {
      return toSettled(resolve(expression, this.resolver));
    } catch (error) {
      if (error instanceof TerraformJsonError) return { kind: 'unknown', because: error.message };
      throw error;
    }
  }

  private read<T>(
    path: string,
    byDefault: T | undefined,
    as: (json: Json) => T | undefined,
  ): Settled<T> {
    const value = this.value(path);
    // The overloads promise a value only where there is a default.
    if (value === undefined)
      return (byDefault === undefined ? undefined : known(byDefault)) as Known<T>;
    if (value.kind === 'unknown') return value;
    const read = as(value.value);
    return read === undefined
      ? { kind: 'unknown', because: `${path} is not written as expected` }
      : known(read);
  }
}

function follow(expression: Expression, path: readonly string[]): Expression | undefined {
  const [step, ...rest] = path;
  if (step === undefined || expression.kind === 'unknown') return expression;
  if (expression.kind === 'list' && !/^\d+$/.test(step)) {
    const [only, ...more] = expression.items;
    return only === undefined || more.length > 0 ? undefined : follow(only, path);
  }
  if (expression.kind === 'list') return followInto(expression.items[Number(step)], rest);
  if (expression.kind !== 'object') return undefined;
  if (Object.hasOwn(expression.entries, step)) {
    return followInto(expression.entries[step], rest);
  }
  return step === '0' ? follow(expression, rest) : undefined;
}

function followInto(
  expression: Expression | undefined,
  path: readonly string[],
): Expression | undefined {
  return expression === undefined ? undefined : follow(expression, path);
}

function toNumber(json: Json): number | undefined {
  const number = typeof json === 'string' && json.trim() !== '' ? Number(json) : json;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function toSettled(value: Value): Settled<Json> {
  if (value.kind !== 'reference') return value;
  return { kind: 'unknown', because: `depends on ${value.reference.address}` };
}
