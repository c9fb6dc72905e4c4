import {
  resolve,
  type Expression,
  type ObjectExpression,
  type Unknown,
  type Value,
} from '@gatehouse/terraform-json';

import { argumentOf, isFilled, whyNoBlock } from './argument-expressions';
import { AuthModelError } from './auth-model-error';
import { missing, neverRead, notABlock, notComputed, notSettled } from './block-problems';
import { asBoolean, asNumber, asText, type ReadAs } from './json-types';
import { isProblem, problemOf } from './problems';
import type { ReadContext } from './read-context';

/** Arguments that name, describe or time a resource; `region` is checked on its own. */
const NEVER_DECIDE = ['id', 'tags', 'tags_all', 'timeouts'] as const;

/**
 * Reads the arguments of one block and remembers which: whatever is set and nobody asked for is an error at the end, so that
 * an argument which decides something can never pass unseen.
 */
export class BlockReader {
  readonly #considered = new Set<string>(NEVER_DECIDE);

  constructor(
    readonly address: string,
    private readonly config: ObjectExpression,
    private readonly context: ReadContext,
    private readonly path = '',
  ) {}

  /** `aws_cognito_user_pool.main.password_policy.minimum_length`. */
  where(name: string): string {
    return `${this.address}.${this.path}${name}`;
  }

  /** The argument as far as it is settled; absent or null is `undefined`. */
  value<T>(name: string, read: ReadAs<T>): Value<T> | undefined {
    return this.attempt(
      name,
      () => this.settled(name, read),
      (because) => ({ kind: 'unknown', because }),
    );
  }

  private settled<T>(name: string, read: ReadAs<T>): Value<T> | undefined {
    const expression = this.expression(name);
    if (expression === undefined) return undefined;
    const value = resolve(expression, this.context.resolver);
    if (value.kind !== 'known') return value;
    return value.value === null
      ? undefined
      : { kind: 'known', value: read(value.value, this.where(name)) };
  }

  /** The argument, which must be settled where it is set. */
  optional<T>(name: string, read: ReadAs<T>): T | undefined {
    return this.attempt(
      name,
      () => this.settledOnly(name, read),
      () => undefined,
    );
  }

  private settledOnly<T>(name: string, read: ReadAs<T>): T | undefined {
    const value = this.settled(name, read);
    if (value === undefined || value.kind === 'known') return value?.value;
    throw notSettled(this.where(name), value, this.isState);
  }

  required<T>(name: string, read: ReadAs<T>): T {
    const value = this.settledOnly(name, read);
    if (value !== undefined) return value;
    throw missing(this.where(name));
  }

  /** A name or an id. Where the rest is to be read all the same, a symbol stands for one that cannot be. */
  text(name: string): string {
    return this.attempt(
      name,
      () => this.required(name, asText),
      () => this.symbol(name),
    );
  }

  /** The argument, which must be set, as far as it is settled. */
  requiredValue<T>(name: string, read: ReadAs<T>): Value<T> {
    const value = this.value(name, read);
    if (value !== undefined) return value;
    const error = missing(this.where(name));
    this.refused(name, error);
    return { kind: 'unknown', because: error.message };
  }

  /** The argument, which must be settled where it is set, unless the rest is to be read all the same. */
  optionalOrUnknown<T>(name: string, read: ReadAs<T>): Value<T> | undefined {
    if (this.context.problems.areCollected) return this.value(name, read);
    const value = this.optional(name, read);
    return value === undefined ? undefined : { kind: 'known', value };
  }

  number(name: string, byDefault: number): number {
    return this.optional(name, asNumber) ?? byDefault;
  }

  boolean(name: string, byDefault: boolean): boolean {
    return this.optional(name, asBoolean) ?? byDefault;
  }

  /** An attribute that only the cloud knows: `id`, `arn`. */
  computed(attribute: string): string {
    return this.attempt(
      attribute,
      () => this.settledAttribute(attribute),
      () => this.symbol(attribute),
    );
  }

  private settledAttribute(attribute: string): string {
    const value = this.context.resolver({ address: this.address, attribute });
    if (value.kind === 'known') return asText(value.value, this.where(attribute));
    throw notComputed(this.where(attribute));
  }

  /** Nested blocks: synthesized as a list, or as an object where there is one. */
  blocks(name: string): readonly BlockReader[] {
    const expression = this.expression(name);
    if (expression === undefined) return [];
    const items = expression.kind === 'list' ? expression.items : [expression];
    return items.flatMap((item, index) => {
      if (item.kind !== 'object') {
        this.refused(name, notABlock(this.where(name)));
        return [];
      }
      const step = expression.kind === 'list' ? `${name}[${index}]` : name;
      return [new BlockReader(this.address, item, this.context, `${this.path}${step}.`)];
    });
  }

  /** Why nobody can say yet which nested blocks, or entries of a map, there will be. Ask before reading them. */
  whyNoBlock(name: string): Unknown | undefined {
    return whyNoBlock(this.expression(name), this.context.resolver);
  }

  /** The nested block that stands at most once. */
  block(name: string): BlockReader | undefined {
    const [first, second] = this.blocks(name);
    if (second !== undefined) this.refused(name, notABlock(this.where(name)));
    return first;
  }

  /** Arguments that decide nothing about who may call what, and change nothing that is played. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.#considered.add(name);
  }

  /**
   * Attributes that AWS tells and nobody sets, and arguments that a state repeats from a resource of its own: they are there in a
   * state, and in a configuration they would be a mistake.
   */
  told(...names: readonly string[]): void {
    if (this.context.isState) this.ignore(...names);
  }

  /** Of the provider. */
  get defaultTags(): Readonly<Record<string, string>> {
    return this.context.defaultTags;
  }

  /** Whether what is read has been applied. */
  get isState(): boolean {
    return this.context.isState;
  }

  /** Surfaces an argument that is set and not played. */
  unsupported(name: string, because: string): void {
    if (this.isSet(name)) this.reportUnsupported(name, because);
  }

  reportUnsupported(name: string, because: string): void {
    this.context.reportUnsupported({
      address: this.address,
      attribute: `${this.path}${name}`,
      because,
    });
  }

  /** Stops at an argument without which nothing else could be trusted. */
  refuse(name: string, because: string): void {
    if (!this.isSet(name)) return;
    const words = `${this.where(name)} is not supported: ${because}.`;
    this.refused(name, new AuthModelError('ERR_MODEL_UNSUPPORTED', words));
  }

  /** Stops at an argument that cannot be played. Who may call what is the same with it: whoever only asks for that reads on. */
  refuseToPlay(name: string, because: string): void {
    if (this.context.problems.areCollected) this.ignore(name);
    else this.refuse(name, because);
  }

  /** Stops, or remembers why it would have, and leaves the argument out. */
  refused(name: string, error: AuthModelError): void {
    this.context.problems.report(this.address, `${this.path}${name}`, error);
  }

  isSet(name: string): boolean {
    return isFilled(this.expression(name));
  }

  /** Refuses what was never asked for. Call it when everything has been read. */
  end(): void {
    const region = this.path === '' ? this.optional('region', asText) : undefined;
    if (region !== undefined && region !== this.context.region) {
      this.refuse(
        'region',
        `everything must be in the region of the provider, ${this.context.region}`,
      );
    }
    const strangers = this.names().filter(
      (name) => !this.#considered.has(name) && this.isSet(name),
    );
    for (const stranger of strangers) this.refused(stranger, neverRead(this.where(stranger)));
  }

  /** Names of the arguments. */
  names(): readonly string[] {
    return Object.keys(this.config.entries);
  }

  private expression(name: string): Expression | undefined {
    this.#considered.add(name);
    return argumentOf(this.config, name);
  }

  /** What `read` makes of the argument; where that fails and the rest is to be read, what `otherwise` does. */
  attempt<T>(name: string, read: () => T, otherwise: (because: string) => T): T {
    try {
      return read();
    } catch (error) {
      if (!this.context.problems.areCollected || !isProblem(error)) throw error;
      this.context.problems.report(this.address, `${this.path}${name}`, problemOf(error));
      return otherwise(error.message);
    }
  }

  private symbol(name: string): string {
    return `\${${this.where(name)}}`;
  }
}
