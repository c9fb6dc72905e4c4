/** Name → every value, decoded, in order; `null` without any. */
export type QueryParameters = Readonly<Record<string, readonly string[]>> | null;

/** Decoded as forms are: `+` is a space. Source: the `application/x-www-form-urlencoded` parser of the URL standard. */
export function parseQuery(rawQuery: string): QueryParameters {
  if (rawQuery === '') return null;
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(fromLatin1(rawQuery))) {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  return values.size > 0 ? Object.fromEntries(values) : null;
}

/** The single-valued maps of an event hold the last value of each name. */
export function lastValues(
  values: Readonly<Record<string, readonly string[]>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));
}

/** Bytes above 7F came unescaped: they are UTF-8. */
function fromLatin1(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
