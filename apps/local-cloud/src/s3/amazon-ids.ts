import { createHash } from 'node:crypto';

import type { HttpResponse } from '../http/message';

export interface AmazonIds {
  readonly requestId: string;
  readonly hostId: string;
}

/** S3's own shapes: 16 capital hex digits, and 76 characters of base64. Both follow from the request's id. */
export function amazonIds(requestId: string): AmazonIds {
  const digest = createHash('sha512').update(requestId).digest();
  return {
    requestId: digest.toString('hex', 56).toUpperCase(),
    hostId: digest.toString('base64', 0, 56),
  };
}

/** Source: Amazon S3 API Reference, "Common response headers". */
export function idHeaders({ requestId }: { readonly requestId: string }): HttpResponse['headers'] {
  const ids = amazonIds(requestId);
  return [
    ['x-amz-id-2', ids.hostId],
    ['x-amz-request-id', ids.requestId],
    ['Server', 'AmazonS3'],
  ];
}
