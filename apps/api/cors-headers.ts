/**
 * What lets a page of an allowed origin read an answer. With the proxy integration the gateway adds nothing: each answer brings its own.
 * Source: Amazon API Gateway Developer Guide, "CORS for REST APIs in API Gateway", proxy integrations; WHATWG Fetch, "CORS protocol".
 *
 * @param origin the request's `Origin`; a foreign one is answered with the first allowed, which a browser takes for a refusal
 */
export function corsHeaders(
  origin: string | undefined,
  allowedOrigins: readonly [string, ...string[]],
): Record<string, string> {
  const allowed = allowedOrigins.find((candidate) => candidate === origin) ?? allowedOrigins[0];
  return {
    'Access-Control-Allow-Origin': allowed,
    'Access-Control-Expose-Headers': 'Date, x-amzn-ErrorType, x-amzn-RequestId',
    // A cache must not hand one origin's answer to another.
    ...(allowedOrigins.length > 1 ? { Vary: 'Origin' } : {}),
  };
}
