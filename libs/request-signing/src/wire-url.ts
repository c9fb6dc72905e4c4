import { RequestSigningError } from './request-signing-error';

/** A URL in the one spelling that is sent, and its parts as the signer takes them. */
export interface WireUrl {
  /** What is sent: absolute, without fragment. */
  readonly href: string;
  /** As in `Host`: with the port where it is not the scheme's own. */
  readonly host: string;
  /** Percent-encoded once, as sent. */
  readonly path: string;
  /** Decoded names and their decoded values. */
  readonly query: Record<string, string[]>;
}

/**
 * Spells a URL so that every verifier of a signature reads it alike, with the same meaning. Angular leaves `@:$,;=?/` in
 * parameters, and the URL parser leaves `|`, `[`, `!`, `*`, `(`, `)` and a bare `+` as they are, while signatures are
 * over RFC 3986 encoding; what arrives unlike what was signed is refused, or read in two ways (`+`). So what is signed is sent.
 *
 * - Query: every name and value is encoded to RFC 3986 unreserved characters; `+` is a space, as in
 *   `URLSearchParams` (`HttpParams` writes a plus as `%2B`); `?a` becomes `?a=`; the order stays.
 * - Path: characters that RFC 3986 does not allow there are encoded, all else stays, `%2F` too.
 *
 * Source: AWS General Reference, "Create a signed AWS API request", canonical URI and query string; RFC 3986 §2.3, §3.3;
 * API Gateway Developer Guide, "Amazon API Gateway important notes" (`|` must be encoded, `;` may split a query).
 *
 * @throws RequestSigningError `ERR_SIGNING_UNSIGNABLE_URL`
 */
export function toWireUrl(url: URL): WireUrl {
  const path = url.pathname.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/g, encodeRfc3986);
  const pairs = url.search.slice(1).split('&').filter(Boolean).map(parsePair);
  const search = pairs.map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`);
  return {
    href: `${url.origin}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`,
    host: url.host,
    path,
    query: groupByName(pairs),
  };
}

type Pair = readonly [name: string, value: string];

function parsePair(pair: string): Pair {
  const equals = pair.indexOf('=');
  const name = decode(equals === -1 ? pair : pair.slice(0, equals));
  const value = equals === -1 ? '' : decode(pair.slice(equals + 1));
  assertSignableName(name);
  return [name, value];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new RequestSigningError(
      'ERR_SIGNING_UNSIGNABLE_URL',
      `"${text}" in the query is not UTF-8 in percent-encoding; encode it with encodeURIComponent.`,
      { cause },
    );
  }
}

function assertSignableName(name: string): void {
  const reason =
    name === ''
      ? 'AWS knows no query parameter without a name'
      : name.toLowerCase() === 'x-amz-signature'
        ? 'the URL carries a signature already'
        : name === '__proto__'
          ? 'the signer cannot hold a parameter of this name'
          : undefined;
  if (reason === undefined) return;
  throw new RequestSigningError(
    'ERR_SIGNING_UNSIGNABLE_URL',
    `The query parameter "${name}" cannot be signed: ${reason}.`,
  );
}

function groupByName(pairs: readonly Pair[]): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(groups);
}

function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
