import type { AccessRequest } from './decision';

export type ContextValue = readonly string[] | 'absent' | 'unknown';

/**
 * The condition keys of one request. Names of keys are not case-sensitive.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition".
 */
export class RequestContext {
  private byLowerCaseName: Map<string, ContextValue> | undefined;

  constructor(
    private readonly request: Pick<AccessRequest, 'context' | 'unknownKeys' | 'isUnknownKey'>,
  ) {}

  /** @param key in lower case */
  lookup(key: string): ContextValue {
    this.byLowerCaseName ??= this.index();
    const found = this.byLowerCaseName.get(key);
    if (found !== undefined) return found;
    return this.request.isUnknownKey?.(key) === true ? 'unknown' : 'absent';
  }

  /** Made on first use: most statements ask for no key at all. */
  private index(): Map<string, ContextValue> {
    const index = new Map<string, ContextValue>();
    for (const [key, value] of Object.entries(this.request.context)) {
      const values = typeof value === 'string' ? [value] : value;
      index.set(key.toLowerCase(), values.length === 0 ? 'absent' : values);
    }
    for (const key of this.request.unknownKeys ?? []) index.set(key.toLowerCase(), 'unknown');
    return index;
  }
}
