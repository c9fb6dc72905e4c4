import {
  describeReference,
  resolve,
  TWO_WAYS,
  type Expression,
  type ObjectExpression,
  type Resolver,
  type Value,
} from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';
import { asBoolean, asNumber, asText, type ReadAs } from './json-types';

/** Something of a resource that AWS would act on and Gatehouse does not play. */
export interface Unsupported {
  readonly address: string;
  readonly attribute: string;
  /** Why, and what happens instead. */
  readonly because: string;
}

/** What every block of a stack is read with. */
export interface ReadContext {
  readonly resolver: Resolver;
  readonly region: string;
  /** What is read has been applied: attributes that AWS tells stand beside arguments. */
  readonly isState: boolean;
  /** Of the provider, of a configuration: every resource has them besides its own. */
  readonly defaultTags: Readonly<Record<string, string>>;
  /** What is of a type that nobody has considered is left out. */
  readonly leaveOutUnknownTypes: boolean;
  readonly reportUnsupported: (entry: Unsupported) => void;
}

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
    const value = this.value(name, read);
    if (value === undefined || value.kind === 'known') return value?.value;
    const because = value.kind === 'unknown' ? value.because : describeReference(value.reference);
    throw new AuthModelError(
      'ERR_MODEL_NOT_KNOWN',
      `${this.where(name)} must be settled before anything can be decided, but it is not known (${because}).${this.isState ? '' : ` ${TWO_WAYS}`}`,
    );
  }

  required<T>(name: string, read: ReadAs<T>): T {
    const value = this.optional(name, read);
    if (value !== undefined) return value;
    throw new AuthModelError('ERR_MODEL_INVALID_VALUE', `${this.where(name)} is missing. Set it.`);
  }

  text(name: string): string {
    return this.required(name, asText);
  }

  number(name: string, byDefault: number): number {
    return this.optional(name, asNumber) ?? byDefault;
  }

  boolean(name: string, byDefault: boolean): boolean {
    return this.optional(name, asBoolean) ?? byDefault;
  }

  /** An attribute that only the cloud knows: `id`, `arn`. */
  computed(attribute: string): string {
    const value = this.context.resolver({ address: this.address, attribute });
    if (value.kind === 'known') return asText(value.value, this.where(attribute));
    throw new AuthModelError(
      'ERR_MODEL_NOT_KNOWN',
      `${this.where(attribute)} must be settled before anything can be decided.`,
    );
  }

  /** Nested blocks: synthesized as a list, or as an object where there is one. */
  blocks(name: string): readonly BlockReader[] {
    const expression = this.expression(name);
    if (expression === undefined) return [];
    const items = expression.kind === 'list' ? expression.items : [expression];
    return items.map((item, index) => {
      if (item.kind !== 'object') throw this.notABlock(name);
      const step = expression.kind === 'list' ? `${name}[${index}]` : name;
      return new BlockReader(this.address, item, this.context, `${this.path}${step}.`);
    });
  }

  /** The nested block that stands at most once. */
  block(name: string): BlockReader | undefined {
    const [first, second] = this.blocks(name);
    if (second !== undefined) throw this.notABlock(name);
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
    throw new AuthModelError(
      'ERR_MODEL_UNSUPPORTED',
      `${this.where(name)} is not supported: ${because}.`,
    );
  }

  isSet(name: string): boolean {
    const expression = this.expression(name);
    if (expression?.kind === 'list') return expression.items.length > 0;
    if (expression?.kind === 'object') return Object.keys(expression.entries).length > 0;
    return expression !== undefined;
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
    const stranger = this.names().find((name) => !this.#considered.has(name) && this.isSet(name));
    if (stranger === undefined) return;
    throw new AuthModelError(
      'ERR_MODEL_UNKNOWN_ATTRIBUTE',
      `${this.where(stranger)} is set, but nothing reads it. Read it, ignore it with a reason or refuse it ` +
        'in the reader of its type in libs/auth-model/src/readers/.',
    );
  }

  /** Names of the arguments. */
  names(): readonly string[] {
    return Object.keys(this.config.entries);
  }

  private expression(name: string): Expression | undefined {
    this.#considered.add(name);
    const expression = Object.hasOwn(this.config.entries, name)
      ? this.config.entries[name]
      : undefined;
    return expression?.kind === 'literal' && expression.value === null ? undefined : expression;
  }

  private notABlock(name: string): AuthModelError {
    return new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${this.where(name)} must be a block, or a list of blocks where several are allowed.`,
    );
  }
}
