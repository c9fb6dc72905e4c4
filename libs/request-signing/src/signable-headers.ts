import type { HttpHeaders } from '@angular/common/http';

/**
 * Set along the way by browsers, proxies or AWS itself: signing them could only break the signature.
 * The payload hash is left to the signer, which would believe a value it is given.
 */
const ALTERED = /^x-(?:forwarded-|amzn-trace-id$|requested-with$|http-method|amz-content-sha256$)/;

/**
 * The request's own headers that are signed: `content-type` and the application's `x-…`. Browsers may alter or add to
 * every other (`accept-language`, `cache-control`, …), and a value outside ASCII has no one spelling in bytes.
 * Several values are joined as Angular's fetch backend joins them.
 *
 * @returns lower-case names with the values that are sent
 */
export function pickSignableHeaders(headers: HttpHeaders): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const header of headers.keys()) {
    const name = header.toLowerCase();
    const value = (headers.getAll(header) ?? []).join(',');
    if (isSignable(name, value)) picked[name] = value;
  }
  return picked;
}

function isSignable(name: string, value: string): boolean {
  const isOurs = name === 'content-type' || (name.startsWith('x-') && !ALTERED.test(name));
  return isOurs && /^[\t\x20-\x7e]*$/.test(value);
}
