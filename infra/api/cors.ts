/** One origin, or several; a browser takes no list of them in `Access-Control-Allow-Origin`. */
export type CorsOrigins = readonly [string, ...string[]];

/** What a signed request carries beyond what browsers send unasked. */
const REQUEST_HEADERS = [
  'Authorization',
  'Content-Type',
  'X-Amz-Content-Sha256',
  'X-Amz-Date',
  'X-Amz-Security-Token',
  'X-Api-Key',
];

/** What the client reads of an answer: `Date` to mend its clock, the others to say what went wrong. */
const EXPOSED_HEADERS = ['Date', 'x-amzn-ErrorType', 'x-amzn-RequestId'];

/** The longest that Chromium keeps the answer to a preflight. */
const MAX_AGE_SECONDS = 7_200;

/** A constant in a mapping expression. Source: API Gateway Developer Guide, "Parameter mapping source reference". */
function constant(text: string): string {
  return `'${text}'`;
}

/** Headers of the answer to a preflight; of several origins, the first stands until the template puts another there. */
export function preflightHeaders(
  origins: CorsOrigins,
  methods: readonly string[],
): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Headers': constant(REQUEST_HEADERS.join(',')),
    'Access-Control-Allow-Methods': constant([...methods, 'OPTIONS'].sort().join(',')),
    'Access-Control-Allow-Origin': constant(origins[0]),
    'Access-Control-Max-Age': constant(String(MAX_AGE_SECONDS)),
    ...vary(origins),
  };
}

/**
 * Headers of the errors that the gateway itself makes. They have no template that could choose, so of several origins the
 * one that asks is echoed, whichever it is: harmless, because nothing here is authorized by what a browser sends by itself
 * (no cookies, no `Access-Control-Allow-Credentials`).
 */
export function gatewayResponseHeaders(origins: CorsOrigins): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Origin':
      origins.length === 1 ? constant(origins[0]) : 'method.request.header.Origin',
    'Access-Control-Expose-Headers': constant(EXPOSED_HEADERS.join(',')),
    ...vary(origins),
  };
}

/**
 * Of several origins, answers a preflight with the one that asks when it is on the list. The only mapping template here.
 * Source: API Gateway Developer Guide, "Override your API's request and response parameters and status codes".
 */
export function originTemplate(origins: CorsOrigins): string | undefined {
  if (origins.length === 1) return undefined;
  const listed = origins.map((origin) => `$origin == "${origin}"`).join(' || ');
  return [
    '#set($origin = $input.params().header.get("Origin"))',
    // The look-up minds the case, and HTTP/2 sends names in lower case.
    '#if($origin == "")',
    '#set($origin = $input.params().header.get("origin"))',
    '#end',
    `#if(${listed})`,
    '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
  ].join('\n');
}

function vary(origins: CorsOrigins): Readonly<Record<string, string>> {
  return origins.length === 1 ? {} : { Vary: constant('Origin') };
}
