/**
 * Whether the API treats a type as binary. Only the first type of an `Accept` header counts.
 * Source: API Gateway Developer Guide, "Binary media types for REST APIs".
 */
export function isBinary(
  binaryMediaTypes: readonly string[],
  headerValue: string | undefined,
): boolean {
  if (binaryMediaTypes.includes('*/*')) return true;
  const first = (headerValue ?? '').split(/[,;]/, 1)[0]?.trim().toLowerCase() ?? '';
  return first !== '' && binaryMediaTypes.some((type) => matches(type.toLowerCase(), first));
}

function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
