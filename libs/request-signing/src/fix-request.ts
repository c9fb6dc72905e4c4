import { HttpParams, type HttpHeaders, type HttpRequest } from '@angular/common/http';

import { toWireBody } from './wire-body';
import { toWireUrl, type WireUrl } from './wire-url';

/** A request whose address, headers and bytes no longer depend on how a backend serializes them. */
export interface FixedRequest {
  readonly request: HttpRequest<unknown>;
  readonly url: WireUrl;
  readonly body: string | ArrayBuffer | null;
}

/** Made here and nowhere else; one that the application set would be sent unsigned, or believed. */
const OWN_HEADERS = [
  'Authorization',
  'X-Amz-Content-Sha256',
  'X-Amz-Date',
  'X-Amz-Security-Token',
] as const;

/**
 * Fixes what will be sent, once for both attempts. A redirect is an error: `fetch` would carry the session token and the
 * API key along to wherever it points (only `Authorization` is dropped across origins), and the signature, made for
 * this address, is worth nothing at another. Source: Fetch Standard, HTTP-redirect fetch.
 *
 * @param target the address of `request`, resolved as the browser does
 * @throws RequestSigningError `ERR_SIGNING_UNSIGNABLE_URL`, `ERR_SIGNING_UNSIGNABLE_BODY`
 */
export async function fixRequest(
  request: HttpRequest<unknown>,
  target: URL,
  apiKey: string | undefined,
): Promise<FixedRequest> {
  const url = toWireUrl(target);
  const { body, contentType } = await toWireBody(request);
  const headers = fixHeaders(request.headers, { 'Content-Type': contentType, 'X-Api-Key': apiKey });
  const params = new HttpParams(); // They are in the URL by now.
  const fixed = request.clone({ url: url.href, params, headers, body, redirect: 'error' });
  return { request: fixed, url, body };
}

function fixHeaders(
  headers: HttpHeaders,
  own: Record<string, string | null | undefined>,
): HttpHeaders {
  const foreign = OWN_HEADERS.reduce((kept, name) => kept.delete(name), headers);
  return Object.entries(own).reduce(
    (kept, [name, value]) => (value == null ? kept : kept.set(name, value)),
    foreign,
  );
}
