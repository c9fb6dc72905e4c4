import type { BehaviourArea } from '../behaviour';

const REST = 'apps/local-cloud/src/s3/rest/s3-rest.test.ts';
const AUTHENTICATE = 'apps/local-cloud/src/s3/rest/authenticate.test.ts';
const LIST = 'apps/local-cloud/src/s3/rest/list-objects.test.ts';
const OTHERS = 'apps/local-cloud/src/s3/rest/not-modelled.test.ts';

export const S3_REST: BehaviourArea = {
  title: 'S3: REST endpoint',
  behaviours: [
    {
      id: 's3-rest-identity-policy',
      what: 'A role reads an object that its policies allow.',
      source: 'Amazon S3 User Guide, "How Amazon S3 authorizes a request"',
      test: {
        file: REST,
        name: 'gives an object to whom the role allows it, with all that was stored',
      },
    },
    {
      id: 's3-rest-bucket-policy',
      what: 'So does whom the policy of the bucket allows.',
      source: 'Amazon S3 User Guide, "How Amazon S3 authorizes a request"',
      test: {
        file: REST,
        name: 'gives an object to whom the bucket allows it: the public, or the role',
      },
    },
    {
      id: 's3-rest-denied',
      what: 'A refusal is AccessDenied, and tells a caller which kind of policy refused.',
      source: 'IAM User Guide, "Troubleshoot access denied error messages"',
      test: {
        file: REST,
        name: 'a refusal tells a caller by which kind of policy, and the public nothing',
      },
    },
    {
      id: 's3-rest-missing-hidden',
      what: 'A missing key is 403 to whoever has no s3:ListBucket, and 404 NoSuchKey to others.',
      source: 'Amazon S3 API Reference, GetObject',
      test: { file: REST, name: 'whoever may not list a bucket is not told that a key is missing' },
    },
    {
      id: 's3-rest-boundary',
      what: 'A permissions boundary and the policies of the session limit what is read.',
      source: 'IAM User Guide, "Policy evaluation logic"',
      test: {
        file: REST,
        name: 'a boundary and the policies of the session limit what the role may read',
      },
    },
    {
      id: 's3-rest-policy-variable',
      what: 'A policy may name the identity of the session: `cognito-identity.amazonaws.com:sub`.',
      source:
        'Amazon S3 User Guide, "Policy variables", and IAM User Guide, "Amazon Cognito: allows access to a folder"',
      test: { file: REST, name: 'policy variables of the session open a folder of one’s own' },
    },
    {
      id: 's3-rest-restrict-public-buckets',
      what: 'RestrictPublicBuckets shuts the public out and lets the account in.',
      source: 'Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage"',
      test: {
        file: REST,
        name: 'restrict_public_buckets shuts the public out and lets the account in; block_public_policy shuts out both',
      },
    },
    {
      id: 's3-rest-redirect-ignored',
      what: 'It does not follow x-amz-website-redirect-location.',
      source:
        'Amazon S3 User Guide, "Key differences between a website endpoint and a REST API endpoint"',
      test: { file: REST, name: 'only the website follows a redirect of an object' },
    },
    {
      id: 's3-rest-no-bucket',
      what: 'An unknown bucket is NoSuchBucket.',
      source: 'Amazon S3 API Reference, error responses',
      test: { file: REST, name: 'a bucket that the stack has not does not exist' },
    },
    {
      id: 's3-rest-head',
      what: 'HEAD is answered like GET without a body.',
      source: 'Amazon S3 API Reference, HeadObject',
      test: { file: REST, name: 'HEAD answers like GET without a body, errors too' },
    },
    {
      id: 's3-rest-head-bucket',
      what: 'HEAD of a bucket tells its region.',
      source: 'Amazon S3 API Reference, HeadBucket',
      test: { file: REST, name: 'HEAD of a bucket says whether it is there, and where' },
    },
    {
      id: 's3-rest-response-headers',
      what: 'A signed request may set headers of the answer, an unsigned one may not.',
      source: 'Amazon S3 API Reference, GetObject',
      test: {
        file: REST,
        name: 'a signed request may name headers of the answer, an unsigned one may not',
      },
    },
    {
      id: 's3-rest-conditions',
      what: 'Conditions and ranges hold.',
      source: 'Amazon S3 API Reference, GetObject',
      test: { file: REST, name: 'conditions and ranges hold here too' },
    },
    {
      id: 's3-rest-signature',
      what: 'S3 signs paths encoded once, and wants the hash of the body sent.',
      source: 'Amazon S3 API Reference, "Authenticating requests (AWS Signature Version 4)"',
      test: { file: AUTHENTICATE, name: 'accepts what aws4 and the SDK sign, whatever the key' },
    },
    {
      id: 's3-rest-clock',
      what: 'A signature is good for fifteen minutes either way.',
      source: 'Amazon S3 API Reference, error responses (RequestTimeTooSkewed)',
      test: { file: AUTHENTICATE, name: 'a signature lives for fifteen minutes either way' },
    },
    {
      id: 's3-rest-presigned',
      what: 'A presigned address lives as long as it says.',
      source: 'Amazon S3 API Reference, "Authenticating requests: using query parameters"',
      test: { file: AUTHENTICATE, name: 'a presigned address lives as long as it says' },
    },
    {
      id: 's3-rest-list',
      what: 'ListObjectsV2 lists keys in the order of their bytes.',
      source: 'Amazon S3 API Reference, ListObjectsV2',
      test: {
        file: LIST,
        name: 'lists keys in the order of their bytes, whatever the order of the stack',
      },
    },
    {
      id: 's3-rest-list-delimiter',
      what: 'A delimiter rolls up what lies beyond it.',
      source: 'Amazon S3 API Reference, ListObjectsV2',
      test: { file: LIST, name: 'rolls up what lies beyond a delimiter, behind a prefix' },
    },
    {
      id: 's3-rest-list-pages',
      what: 'A page holds max-keys, and a token leads to the next.',
      source: 'Amazon S3 API Reference, ListObjectsV2',
      test: { file: LIST, name: 'goes on after a key, and from page to page' },
    },
    {
      id: 's3-rest-list-prefix',
      what: 'A policy may open one prefix alone.',
      source: 'Amazon S3 User Guide, "Bucket policy examples using condition keys"',
      test: { file: LIST, name: 'a policy may open one folder alone' },
    },
    {
      id: 's3-rest-cors',
      what: 'A preflight of a bucket without CORS rules is 403.',
      source: 'Amazon S3 User Guide, "Using cross-origin resource sharing (CORS)"',
      test: { file: OTHERS, name: 'a preflight is refused as for a bucket without CORS rules' },
    },
    {
      id: 's3-rest-writes',
      what: 'Objects and buckets are made, changed and removed over the same endpoint.',
      source: 'Amazon S3 API Reference, Actions',
      notModelled:
        'PutObject and all else answers 501 NotImplemented by name: a stack says what a bucket holds',
    },
    {
      id: 's3-rest-bucket-account',
      what: 'What the bucket allows to an account, a role of it needs in its own policies too.',
      source: 'IAM User Guide, "IAM JSON policy elements: Principal"',
      test: { file: REST, name: 'what a bucket allows to the account, the role must allow too' },
    },
    {
      id: 's3-rest-list-first-version',
      what: 'A GET of a bucket shows no index document but lists it, in the first version of ListObjects.',
      source:
        'Amazon S3 User Guide, "Key differences between a website endpoint and a REST API endpoint"',
      notModelled: 'it answers 501 NotImplemented by name: ListObjectsV2 is played',
    },
  ],
};
