/** Header values by lower-case name, each list in the order sent. Values are wire bytes as latin1 text, as node:http hands them. */
export type RequestHeaders = ReadonlyMap<string, readonly string[]>;

export function indexHeaders(
  rawHeaders: readonly (readonly [name: string, value: string])[],
): RequestHeaders {
  const index = new Map<string, string[]>();
  for (const [name, value] of rawHeaders) {
    const key = name.toLowerCase();
    const values = index.get(key);
    if (values === undefined) index.set(key, [value]);
    else values.push(value);
  }
  return index;
}

/** @param name in lower case */
export function firstHeader(headers: RequestHeaders, name: string): string | undefined {
  return headers.get(name)?.[0];
}
