import type { BehaviourArea } from '../behaviour';

const SIGNERS = 'apps/local-cloud/src/sigv4/signers-agree.test.ts';
const CLAIM = 'apps/local-cloud/src/sigv4/read-claim.test.ts';
const CLIENTS = 'apps/local-cloud/src/api-gateway/real-clients.test.ts';
const AUTHORIZE = 'apps/local-cloud/src/api-gateway/authorization/refusals.test.ts';
const WEB = 'apps/local-cloud/src/api-gateway/web-clients.test.ts';
const SIGNATURES = 'test/system/signatures.test.ts';
const PROXY = 'apps/local-cloud/src/api-gateway/integrations/lambda-proxy.test.ts';

export const SIGV4: BehaviourArea = {
  title: 'API Gateway: signatures and the clients that make them',
  behaviours: [
    {
      id: 'signature-double-encoding',
      what: 'For execute-api, the path as sent is encoded once more before it is signed.',
      source: 'IAM User Guide, "Create a signed AWS API request"',
      test: { file: SIGNERS, name: 'agrees with aws4 on random requests' },
    },
    {
      id: 'signature-sdk-agrees',
      what: 'AWS’s own signer signs so.',
      source: 'IAM User Guide, "Create a signed AWS API request"',
      test: { file: SIGNERS, name: 'agrees with @smithy/signature-v4 on random requests' },
    },
    {
      id: 'signature-signed-headers',
      what: 'Exactly the headers that SignedHeaders names are signed, as they were sent.',
      source: 'IAM User Guide, "Create a signed AWS API request"',
      test: { file: SIGNERS, name: 'refuses another signed header' },
    },
    {
      id: 'signature-host-must-be-signed',
      what: 'The host must be signed.',
      source: 'IAM User Guide, "Create a signed AWS API request"',
      test: { file: CLAIM, name: 'refuses an unsigned host' },
    },
    {
      id: 'signature-amz-headers-must-be-signed',
      what: 'Every x-amz header that is sent must be signed.',
      source: 'IAM User Guide, "Create a signed AWS API request"',
      test: { file: SIGNERS, name: 'refuses an x-amz header that nobody signed' },
    },
    {
      id: 'signature-date-header',
      what: 'Where there is no X-Amz-Date, a signed Date stands for it.',
      source: 'IAM User Guide, "Create a signed AWS API request"',
      test: { file: CLAIM, name: 'takes a signed Date header where there is no X-Amz-Date' },
    },
    {
      id: 'signature-body',
      what: 'The body is signed by its hash.',
      source: 'IAM User Guide, "Create a signed AWS API request"',
      test: {
        file: CLIENTS,
        name: 'refuses a body that is not the one signed, also when the client says it left the body unsigned',
      },
    },
    {
      id: 'signature-query',
      what: 'The query may carry the signature, and lives as long as it says.',
      source: 'Amazon S3 API Reference, "Authenticating requests: using query parameters"',
      test: {
        file: CLAIM,
        name: 'lets a presigned request live as long as it says, and no longer',
      },
    },
    {
      id: 'signature-query-limit',
      what: 'It lives seven days at most.',
      source: 'Amazon S3 API Reference, "Authenticating requests: using query parameters"',
      test: {
        file: CLAIM,
        name: 'refuses a presigned query that wants to live for 604801 seconds',
      },
    },
    {
      id: 'signature-window',
      what: 'The clocks of client and server may be five minutes apart.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"',
      test: { file: AUTHORIZE, name: 'accepts a signature at both ends of its five minutes' },
    },
    {
      id: 'signature-client-amplify',
      what: 'Amplify’s REST client signs every header that it sends: the host with its port, the content type, the API key and the security token.',
      source: 'the sources of aws-amplify 6',
      test: {
        file: WEB,
        name: 'answers Amplify’s REST client, with parameters, a body, and its own errors',
      },
    },
    {
      id: 'signature-client-amplify-region',
      what: 'Amplify takes region and service from its configuration, or else from the host name.',
      source: 'the sources of aws-amplify 6',
      notModelled:
        'it is the client’s own doing: one that is told neither signs for us-east-1 and is refused elsewhere',
    },
    {
      id: 'signature-client-aws4fetch',
      what: '`aws4fetch` leaves the content type unsigned, and writes some escapes in the path its own way.',
      source: 'the sources of aws4fetch',
      test: {
        file: WEB,
        name: 'answers aws4fetch, also for a path whose escapes it writes its own way',
      },
    },
    {
      id: 'signature-client-aws4fetch-retries',
      what: '`aws4fetch` tries up to ten times more at 429 and at 500 and above.',
      source: 'the sources of aws4fetch',
      notModelled: 'it is the client’s own doing: every try is answered, and counted, by itself',
    },
    {
      id: 'signature-client-api-gateway-client',
      what: '`aws-api-gateway-client` signs its host without the port.',
      source: 'the sources of aws-api-gateway-client',
      test: { file: CLIENTS, name: 'answers a client that signs its host without the port' },
    },
    {
      id: 'signature-client-late-token',
      what: 'It adds the security token after signing, which must be accepted.',
      source: 'the sources of aws-api-gateway-client',
      test: { file: CLIENTS, name: 'answers a client that adds the session token after signing' },
    },
    {
      id: 'signature-client-encoding',
      what: 'It encodes path and query in ways of its own.',
      source: 'the sources of aws-api-gateway-client',
      test: {
        file: WEB,
        name: 'answers aws-api-gateway-client, which signs its host without the port, and not its session token',
      },
    },
    {
      id: 'signature-client-clock',
      what: 'A browser learns how wrong its clock is from a Date header that CORS lets it see.',
      source: 'the sources of aws-amplify 6',
      test: {
        file: SIGNATURES,
        name: 'a signature six minutes old, with the Date that lets a browser learn its offset',
      },
    },
    {
      id: 'signature-quirk-bar',
      what: 'A bar in a query must be escaped by the client.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      notModelled: 'one that is not escaped is taken as it is',
    },
    {
      id: 'signature-quirk-semicolon',
      what: 'A semicolon in a query splits it.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      notModelled: 'it stays a part of its value',
    },
    {
      id: 'signature-quirk-accept',
      what: 'Of several media types in Accept only the first counts.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      test: {
        file: PROXY,
        name: 'passes binary bodies in base64 where the API says so, in and out',
      },
    },
    {
      id: 'signature-quirk-method-override',
      what: 'X-HTTP-Method-Override replaces the method of the request.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      notModelled: 'a request with it answers 501, which says so',
    },
  ],
};
