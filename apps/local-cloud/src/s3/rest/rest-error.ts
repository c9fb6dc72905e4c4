import type { HttpRequest, HttpResponse, TransportRefusal } from '../../http/message';
import { amazonIds, idHeaders } from '../amazon-ids';
import { ENTITY_TOO_LARGE, INTERNAL_ERROR, INVALID_URI, type S3Error } from '../s3-error';
import { toXml } from './xml';

/** Codes and messages: Amazon S3 API Reference, "Error responses". */
export function noSuchBucket(name: string): S3Error {
  return {
    status: 404,
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist',
    details: { BucketName: name },
  };
}

export function invalidArgument(name: string, value: string, message: string): S3Error {
  return {
    status: 400,
    code: 'InvalidArgument',
    message,
    details: { ArgumentName: name, ArgumentValue: value },
  };
}

export function invalidRequest(message: string): S3Error {
  return { status: 400, code: 'InvalidRequest', message };
}

/** @param what in the words of the API: `PutObject`, `the subresource acl` */
export function notModelled(what: string): S3Error {
  return {
    status: 501,
    code: 'NotImplemented',
    message: `${what} is not modelled by the local cloud: it knows GetObject, HeadObject, HeadBucket and ListObjectsV2. To add it: apps/local-cloud/src/s3/rest.`,
  };
}

/** @param because for the log: never a token, key or signature */
export function errorResponse(
  { status, code, message, details }: S3Error,
  { requestId, method }: Pick<HttpRequest, 'requestId' | 'method'>,
  because: string,
): HttpResponse {
  const ids = amazonIds(requestId);
  const xml = toXml('Error', {
    Code: code,
    Message: message,
    ...details,
    RequestId: ids.requestId,
    HostId: ids.hostId,
  });
  return {
    status,
    headers: [...idHeaders({ requestId }), ['Content-Type', 'application/xml']],
    // The answer to HEAD has no room for it.
    body: method === 'HEAD' ? '' : xml,
    decision: `${status} ${code}: ${because}`,
  };
}

/** What the transport refused never reached a bucket. */
export function refuseTransport(
  { reason, detail }: TransportRefusal,
  requestId: string,
): HttpResponse {
  const errors = {
    'internal-error': INTERNAL_ERROR,
    'body-too-large': ENTITY_TOO_LARGE,
    malformed: INVALID_URI,
  } as const;
  return errorResponse(errors[reason], { requestId, method: 'GET' }, detail);
}
