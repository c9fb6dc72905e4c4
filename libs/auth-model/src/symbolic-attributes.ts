import type { GeneratedAttributes, GeneratedIdKind } from './generated-attributes';

/** Two kinds of one address must not share an id. */
const SUFFIX: Partial<Record<GeneratedIdKind, string>> = {
  'api-key-value': '.value',
  'api-root-resource': '.root',
};

/**
 * Readable stand-ins where no cloud has made up anything yet: an id is the address of what it belongs to. ARNs and addresses
 * keep AWS's shape, so that policies and conditions are weighed exactly as they will be.
 * Source: API Gateway Developer Guide, "Invoke a REST API"; S3 User Guide, "Website endpoints".
 */
export const symbolicAttributes: GeneratedAttributes = {
  accountId: '000000000000',
  id: (kind, address) => `${address}${SUFFIX[kind] ?? ''}`,
  invokeUrl: (apiId, stageName, region) =>
    `https://${apiId}.execute-api.${region}.amazonaws.com/${stageName}`,
  websiteEndpoint: (bucketName, region) => `${bucketName}.s3-website-${region}.amazonaws.com`,
};
