import { createHash } from 'node:crypto';

import type { HttpRequest, HttpResponse, TransportRefusal } from '../http/message';
import { isNotModified } from './not-modified';
import { entityTag } from './stored-object';
import type { StoredObject } from './stored-object';
import { ENTITY_TOO_LARGE, errorPage, INTERNAL_ERROR, INVALID_URI } from './website-error';
import type { WebsiteError } from './website-error';

type Asking = Pick<HttpRequest, 'requestId' | 'method'>;
type Headers = HttpResponse['headers'];

/** The object, or 304 to whoever has it already. A page is ten of these, so their log line says no more than what. */
export async function objectResponse(
  object: StoredObject,
  request: HttpRequest,
): Promise<HttpResponse> {
  const bytes = await object.read();
  const tag = entityTag(bytes);
  const notModified = isNotModified(request, tag, object.lastModifiedMs);
  const status = notModified ? 304 : 200;
  return {
    status,
    headers: [
      ...idHeaders(request),
      ...validators(object, tag),
      ...(notModified ? [] : representation(object, bytes)),
    ],
    body: notModified ? '' : bodyFor(request, bytes),
    decision: `${status} ${object.key}`,
  };
}

/** The bucket's own error document, under the status of the error. */
export async function errorDocumentResponse(
  document: StoredObject,
  error: WebsiteError,
  request: Asking,
  because: string,
): Promise<HttpResponse> {
  const bytes = await document.read();
  return {
    status: error.status,
    headers: [
      ...idHeaders(request),
      ...errorHeaders(error),
      ...validators(document, entityTag(bytes)),
      ...representation(document, bytes),
    ],
    body: bodyFor(request, bytes),
    decision: `${error.status} with the error document ${document.key}: ${because}`,
  };
}

/** @param errorDocumentFailure why the bucket's own error document is not shown instead */
export function errorPageResponse(
  error: WebsiteError,
  request: Asking,
  because: string,
  {
    errorDocumentFailure,
    headers = [],
  }: { errorDocumentFailure?: WebsiteError; headers?: Headers } = {},
): HttpResponse {
  const page = Buffer.from(errorPage(error, amazonIds(request.requestId), errorDocumentFailure));
  return {
    status: error.status,
    headers: [
      ...idHeaders(request),
      ...errorHeaders(error),
      ...headers,
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Length', String(page.length)],
    ],
    body: bodyFor(request, page),
    decision: `${error.status} ${error.code}: ${because}`,
  };
}

/** What the transport refused never reached the bucket. */
export function refusalResponse(
  { reason, detail }: TransportRefusal,
  requestId: string,
): HttpResponse {
  const errors = {
    'internal-error': INTERNAL_ERROR,
    'body-too-large': ENTITY_TOO_LARGE,
    malformed: INVALID_URI,
  } as const;
  return errorPageResponse(errors[reason], { requestId, method: 'GET' }, detail);
}

function bodyFor({ method }: Asking, bytes: Buffer): HttpResponse['body'] {
  return method === 'HEAD' ? '' : bytes;
}

function idHeaders({ requestId }: Asking): Headers {
  const ids = amazonIds(requestId);
  return [
    ['x-amz-id-2', ids.hostId],
    ['x-amz-request-id', ids.requestId],
    ['Server', 'AmazonS3'],
  ];
}

function errorHeaders({ code, message }: WebsiteError): Headers {
  return [
    ['x-amz-error-code', code],
    ['x-amz-error-message', message],
  ];
}

function validators(object: StoredObject, tag: string): Headers {
  const lastModified = new Date(object.lastModifiedMs).toUTCString();
  return [
    ['Last-Modified', lastModified],
    ['ETag', tag],
    ...(object.cacheControl === undefined ? [] : [['Cache-Control', object.cacheControl] as const]),
  ];
}

function representation(object: StoredObject, bytes: Buffer): Headers {
  return [
    ['Content-Type', object.contentType ?? 'binary/octet-stream'],
    ['Content-Length', String(bytes.length)],
  ];
}

/** S3's own shapes: 16 capital hex digits, and 76 characters of base64. Both follow from the request's id. */
function amazonIds(requestId: string): { readonly requestId: string; readonly hostId: string } {
  const digest = createHash('sha512').update(requestId).digest();
  return {
    requestId: digest.toString('hex', 56).toUpperCase(),
    hostId: digest.toString('base64', 0, 56),
  };
}
