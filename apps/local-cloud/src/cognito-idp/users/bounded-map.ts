/** A map that forgets its oldest entry rather than grow without end: callers choose the keys. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();

  constructor(private readonly maxEntries = 10_000) {}

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** The entry counts as the youngest from now on. */
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.maxEntries) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
