import { header, type HttpRequest, type HttpResponse } from '../http/message';
import { parseRange, type ByteRange } from './byte-range';
import { checkConditions } from './conditional-request';
import { objectHeaders, representationHeaders } from './object-headers';
import { entityTag, type StoredObject } from './stored-object';
import { invalidRange, preconditionFailed, type S3Error } from './s3-error';

type Headers = HttpResponse['headers'];

/** An object as asked for; or why not, for the endpoint to say in its own form. */
export type ObjectAnswer =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'failed'; readonly error: S3Error };

/**
 * The object, a part of it, or 304 to whoever has it already. A page is ten of these, so their log line says no more than what.
 * @param headers that the endpoint adds, in front
 */
export async function answerObject(
  object: StoredObject,
  request: HttpRequest,
  headers: Headers,
): Promise<ObjectAnswer> {
  const bytes = await object.read();
  const tag = entityTag(bytes);
  const all = [...headers, ...objectHeaders(object, tag)];
  const unmet = checkConditions(request, tag, object.lastModifiedMs);
  if (unmet?.kind === 'failed') {
    return { kind: 'failed', error: preconditionFailed(unmet.condition) };
  }
  if (unmet !== undefined) {
    const decision = `304 ${object.key}`;
    return { kind: 'response', response: { status: 304, headers: all, body: '', decision } };
  }
  const asked = header(request, 'range');
  const range = parseRange(asked, bytes.length);
  if (range === 'unsatisfiable') {
    return { kind: 'failed', error: invalidRange(asked ?? '', bytes.length) };
  }
  const response = range ? partOf(object, bytes, range) : wholeOf(object, bytes);
  const body = request.method === 'HEAD' ? '' : response.body;
  return {
    kind: 'response',
    response: { ...response, headers: [...all, ...response.headers], body },
  };
}

function wholeOf(object: StoredObject, bytes: Buffer): HttpResponse {
  const headers = representationHeaders(object, bytes.length);
  return { status: 200, headers, body: bytes, decision: `200 ${object.key}` };
}

function partOf(object: StoredObject, bytes: Buffer, { first, last }: ByteRange): HttpResponse {
  const body = bytes.subarray(first, last + 1);
  const range = `bytes ${first}-${last}/${bytes.length}`;
  return {
    status: 206,
    headers: [['Content-Range', range], ...representationHeaders(object, body.length)],
    body,
    decision: `206 ${object.key} (${range})`,
  };
}
