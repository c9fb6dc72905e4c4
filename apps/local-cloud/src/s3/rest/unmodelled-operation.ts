import type { Parameters } from './list-objects';

/** Parameters that ask for another operation, or for another version of an object. Source: Amazon S3 API Reference, "Actions". */
const SUBRESOURCES = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'inventory',
  'legal-hold',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'partNumber',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
] as const;

const WRITES: Readonly<Record<string, readonly [ofBucket: string, ofObject: string]>> = {
  PUT: ['CreateBucket', 'PutObject'],
  DELETE: ['DeleteBucket', 'DeleteObject'],
  POST: ['PostObject', 'PostObject'],
};

/** What a request asks for, in the words of the API, if it is none of what is played. */
export function unmodelledOperation(
  method: string,
  { bucketName, key }: { readonly bucketName: string; readonly key: string },
  parameters: Parameters,
): string | undefined {
  const subresource = SUBRESOURCES.find((name) => parameters.has(name));
  if (subresource !== undefined) return `${method} of the subresource ${subresource}`;
  if (bucketName === '') return 'ListBuckets';
  if (method !== 'GET' && method !== 'HEAD') {
    const names = WRITES[method];
    return names?.[key === '' ? 0 : 1] ?? `the method ${method}`;
  }
  const lists = method === 'GET' && key === '';
  return lists && parameters.get('list-type') !== '2' ? 'ListObjects of version 1' : undefined;
}
