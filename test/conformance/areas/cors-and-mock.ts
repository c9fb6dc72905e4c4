import type { BehaviourArea } from '../behaviour';

const MOCK = 'apps/local-cloud/src/api-gateway/integrations/mock-integration.test.ts';
const ANSWER = 'apps/local-cloud/src/api-gateway/answer-request.test.ts';
const REFUSALS = 'test/system/refusals.test.ts';
const READERS = 'libs/auth-model/src/readers/api-readers.test.ts';
const CLIENTS = 'apps/local-cloud/src/api-gateway/real-clients.test.ts';
const RESULT = 'apps/local-cloud/src/api-gateway/integrations/proxy-result.test.ts';
const RESPONSES = 'apps/local-cloud/src/api-gateway/failures/gateway-responses.test.ts';
const SIGNATURES = 'test/system/signatures.test.ts';

export const CORS_AND_MOCK: BehaviourArea = {
  title: 'API Gateway: preflights and mock integrations',
  behaviours: [
    {
      id: 'mock-status',
      what: 'A mock integration answers the status that its request template names.',
      source: 'API Gateway Developer Guide, "Mock integrations"',
      test: { file: MOCK, name: 'answers the status that the request template names' },
    },
    {
      id: 'mock-without-meaning',
      what: 'The HTTP method, the address and the timeout of an integration mean nothing to a mock one.',
      source: 'API Gateway API Reference, "PutIntegration" (integrationHttpMethod, uri)',
      test: {
        file: READERS,
        name: 'takes what means nothing to a mock integration, as AWS does',
      },
    },
    {
      id: 'mock-preflight',
      what: 'A preflight answers 200 with the declared headers, application/json and no body.',
      source: 'API Gateway Developer Guide, "Test CORS for an API"',
      test: { file: ANSWER, name: 'answers a preflight without credentials or key' },
    },
    {
      id: 'mock-preflight-204',
      what: 'Status 204 is usual as well.',
      source: 'API Gateway Developer Guide, "Mock integrations"',
      test: { file: MOCK, name: 'answers the status that the request template names' },
    },
    {
      id: 'mock-preflight-open',
      what: 'A preflight comes without credentials: OPTIONS needs neither signature nor key.',
      source: 'API Gateway Developer Guide, "CORS for REST APIs"',
      test: {
        file: REFUSALS,
        name: 'a preflight needs no credentials, and allows what the client sends',
      },
    },
    {
      id: 'mock-undeclared-header',
      what: 'A header that the method response does not declare cannot be set.',
      source: 'API Gateway Developer Guide, "Set up method responses"',
      test: {
        file: MOCK,
        name: 'stops the boot at a header that the method response does not declare, naming the method',
      },
    },
    {
      id: 'mock-quoted-constant',
      what: 'An integration response sets a header to a quoted constant.',
      source: 'API Gateway Developer Guide, "CORS for REST APIs"',
      test: { file: CLIENTS, name: 'answers a preflight' },
    },
    {
      id: 'mock-allowed-origins',
      what: 'A response template may choose the origin from a list.',
      source:
        'API Gateway Developer Guide, "CORS for REST APIs", and "Variables for data transformations"',
      test: {
        file: MOCK,
        name: "chooses the caller's origin when it is in the list of a template that reads one spelling of the header",
      },
    },
    {
      id: 'mock-template-header-case',
      what: 'Such a template sees headers by the exact name that was sent.',
      source: 'API Gateway Developer Guide, "Variables for data transformations"',
      test: { file: MOCK, name: 'reads the origin by its exact name only, as AWS does' },
    },
    {
      id: 'mock-template-vtl',
      what: 'Templates are written in the Velocity Template Language.',
      source: 'API Gateway Developer Guide, "Mapping templates for REST APIs"',
      notModelled: 'templates but those above stop the boot, naming the method',
    },
    {
      id: 'mock-passthrough',
      what: 'A content type without a template goes by passthroughBehavior.',
      source: 'API Gateway Developer Guide, "Integration passthrough behaviors"',
      test: {
        file: MOCK,
        name: 'answers 415 to the body {"statusCode": 200} of a type without a template where it is passed on NEVER',
      },
    },
    {
      id: 'mock-binary-body',
      what: 'A mock integration cannot read a body of a binary type.',
      source: 'API Gateway Developer Guide, "Content type conversions"',
      test: {
        file: MOCK,
        name: 'cannot read a body of a binary type, not even none, unless it is converted to text',
      },
    },
    {
      id: 'mock-cors-proxy',
      what: 'The gateway adds no CORS header to what a function answers.',
      source: 'API Gateway Developer Guide, "CORS for REST APIs"',
      test: {
        file: RESULT,
        name: 'sends what the function sets, application/json where it sets no type, its own ids, and nothing else',
      },
    },
    {
      id: 'mock-cors-gateway',
      what: 'Its own refusals have CORS headers where a gateway response sets them, and nowhere else.',
      source: 'API Gateway Developer Guide, "CORS for REST APIs"',
      test: { file: RESPONSES, name: 'sends no CORS headers that nobody configured' },
    },
    {
      id: 'mock-cors-allow-headers',
      what: 'A browser needs Content-Type, X-Amz-Date, Authorization, X-Api-Key and X-Amz-Security-Token allowed.',
      source: 'API Gateway Developer Guide, "CORS for REST APIs"',
      test: {
        file: REFUSALS,
        name: 'a preflight needs no credentials, and allows what the client sends',
      },
    },
    {
      id: 'mock-cors-expose-headers',
      what: 'It needs x-amzn-ErrorType, x-amzn-RequestId and Date exposed.',
      source: 'the sources of aws-amplify 6',
      test: {
        file: SIGNATURES,
        name: 'a signature six minutes ahead, with the Date that lets a browser learn its offset',
      },
    },
  ],
};
