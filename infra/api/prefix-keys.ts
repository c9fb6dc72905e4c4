/** Puts the same words before each key: header names as API Gateway's mappings call them. */
export function prefixKeys<Value>(
  prefix: string,
  values: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`${prefix}${key}`, value]),
  );
}
