import type { HttpRequest, HttpResponse, TransportRefusal } from '../http/message';
import { amazonIds, idHeaders } from './amazon-ids';
import { errorPage } from './error-page';
import { objectHeaders, representationHeaders } from './object-headers';
import { ENTITY_TOO_LARGE, INTERNAL_ERROR, INVALID_URI, type S3Error } from './s3-error';
import { entityTag, type StoredObject } from './stored-object';

type Asking = Pick<HttpRequest, 'requestId' | 'method'>;
type Headers = HttpResponse['headers'];

/** The bucket's own error document, under the status of the error. */
export async function errorDocumentResponse(
  document: StoredObject,
  error: S3Error,
  request: Asking,
  because: string,
): Promise<HttpResponse> {
  const bytes = await document.read();
  return {
    status: error.status,
    headers: [
      ...idHeaders(request),
      ...errorHeaders(error),
      ...objectHeaders(document, entityTag(bytes)),
      ...representationHeaders(document, bytes.length),
    ],
    body: bodyFor(request, bytes),
    decision: `${error.status} with the error document ${document.key}: ${because}`,
  };
}

/** @param errorDocumentFailure why the bucket's own error document is not shown instead */
export function errorPageResponse(
  error: S3Error,
  request: Asking,
  because: string,
  {
    errorDocumentFailure,
    headers = [],
  }: { errorDocumentFailure?: S3Error; headers?: Headers } = {},
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

/** Elsewhere, without a page. */
export function redirectResponse(
  status: number,
  location: string,
  request: Asking,
  because: string,
): HttpResponse {
  return {
    status,
    headers: [...idHeaders(request), ['Location', location], ['Content-Length', '0']],
    body: '',
    decision: `${status} to ${location}: ${because}`,
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

function errorHeaders({ code, message }: S3Error): Headers {
  return [
    ['x-amz-error-code', code],
    ['x-amz-error-message', message],
  ];
}
