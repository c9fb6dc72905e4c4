import type { BehaviourArea } from '../behaviour';

const USAGE = 'apps/local-cloud/src/api-gateway/usage/refusals.test.ts';
const TABLE = 'apps/local-cloud/src/api-gateway/testing/failure-row.ts';
const CHECK = 'apps/local-cloud/src/api-gateway/validation/request-check.test.ts';
const ANSWER = 'apps/local-cloud/src/api-gateway/answer-request.test.ts';
const PROXY = 'apps/local-cloud/src/api-gateway/integrations/lambda-proxy.test.ts';
const READERS = 'libs/auth-model/src/readers/api-readers.test.ts';
const PERMITS = 'libs/auth-model/src/decide/permits-invocation.test.ts';

export const EXECUTE_API_FAILURES: BehaviourArea = {
  title: 'API Gateway: what else fails, and how',
  behaviours: [
    {
      id: 'execute-api-key-missing',
      what: 'A method that wants an API key answers 403 ForbiddenException, `Forbidden`, without one.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"',
      test: { file: USAGE, name: 'refuses no API key' },
    },
    {
      id: 'execute-api-key-unknown',
      what: 'It answers the same to an unknown key.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"',
      test: { file: USAGE, name: 'refuses an unknown API key' },
    },
    {
      id: 'execute-api-key-disabled',
      what: 'It answers the same to a disabled key.',
      source:
        'AWS re:Post, "Troubleshoot 403 errors from API Gateway"; answers recorded from AWS (LocalStack, test_api_key_required_for_methods)',
      test: { file: USAGE, name: 'refuses a disabled API key' },
    },
    {
      id: 'execute-api-key-without-plan',
      what: 'It answers the same to a key in no plan of the stage.',
      source:
        'AWS re:Post, "Troubleshoot 403 errors from API Gateway"; answers recorded from AWS (LocalStack, test_api_key_required_for_methods)',
      test: { file: USAGE, name: 'refuses an API key that is in no plan of the stage' },
    },
    {
      id: 'execute-api-throttled',
      what: 'Too many requests at once are 429 TooManyRequestsException, `Too Many Requests`.',
      source: 'AWS re:Post, "Resolve 429 Too Many Requests errors in API Gateway"',
      test: {
        file: USAGE,
        name: 'throttles at the rate of the plan, and lets through again as time passes',
      },
    },
    {
      id: 'execute-api-quota',
      what: 'Over the quota of a plan a request is 429 LimitExceededException, `Limit Exceeded`.',
      source: 'AWS re:Post, "Resolve 429 Too Many Requests errors in API Gateway"',
      test: {
        file: USAGE,
        name: 'says when the quota is used up, and does not count what it refused',
      },
    },
    {
      id: 'execute-api-invalid-body',
      what: 'A body that its model refuses is 400 BadRequestException, `Invalid request body`.',
      source:
        'API Gateway Developer Guide, "Request validation for REST APIs"; answers recorded from AWS (LocalStack, test_api_gateway_request_validator)',
      test: {
        file: TABLE,
        name: 'answers 400 BadRequestException to a body that its model refuses',
      },
    },
    {
      id: 'execute-api-missing-parameters',
      what: 'Missing parameters are 400, `Missing required request parameters: […]`.',
      source:
        'API Gateway Developer Guide, "Request validation for REST APIs"; answers recorded from AWS (LocalStack, test_api_gateway_request_validator)',
      test: { file: CHECK, name: 'names every parameter that is missing or blank' },
    },
    {
      id: 'execute-api-unsupported-media-type',
      what: 'A content type without a mapping is 415, `Unsupported Media Type`.',
      source:
        'API Gateway Developer Guide, "Integration passthrough behaviors"; the name of the error is not verified',
      test: {
        file: TABLE,
        name: 'answers 415 BadRequestException to a content type without a template, and none passed on',
      },
    },
    {
      id: 'execute-api-payload-limit',
      what: 'A body over 10 MB is 413 in plain text, `HTTP content length exceeded 10485760 bytes.`, without CORS.',
      source: 'a public probe of a real API, October 2026',
      test: { file: ANSWER, name: 'refuses a body over 10 MB in plain text, without CORS' },
    },
    {
      id: 'execute-api-payload-limit-json',
      what: 'A request that is too large later on is 413 in JSON, `Request Too Long`.',
      source: 'public captures',
      test: {
        file: PROXY,
        name: 'refuses an event over the 6 MB that Lambda takes, with the API’s own gateway response',
      },
    },
    {
      id: 'execute-api-bad-result',
      what: 'A result of the function that is none is 502, `Internal server error`.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: {
        file: TABLE,
        name: 'answers 502 InternalServerErrorException to a result that is none',
      },
    },
    {
      id: 'execute-api-function-error',
      what: 'A function that fails is 502, `Internal server error`.',
      source: 'API Gateway Developer Guide, "Handle Lambda errors in API Gateway"',
      test: { file: PROXY, name: 'answers 502 when the function fails' },
    },
    {
      id: 'execute-api-function-timeout',
      what: 'A function past its own timeout is 502 as well.',
      source: 'API Gateway Developer Guide, "Handle Lambda errors in API Gateway"',
      test: { file: PROXY, name: 'answers 502 when the function reaches its own timeout' },
    },
    {
      id: 'execute-api-function-throttled',
      what: 'A function that Lambda throttles is 500.',
      source: 'AWS re:Post, "Troubleshoot HTTP 500 errors from API Gateway"',
      test: { file: PROXY, name: 'answers 500 when Lambda throttles the function' },
    },
    {
      id: 'execute-api-no-permission',
      what: 'A function that does not let API Gateway call it is 500, `Internal server error`.',
      source: 'API Gateway Developer Guide, "Resolve 500 errors"; public captures',
      test: { file: PROXY, name: 'may not call the function with no permission' },
    },
    {
      id: 'execute-api-permission-source',
      what: 'A permission counts for the API, stage, method and path of its source ARN only.',
      source: 'API Gateway Developer Guide, "Permissions for Lambda integrations"',
      test: { file: PROXY, name: 'may not call the function with a permission for another method' },
    },
    {
      id: 'execute-api-permission-account',
      what: 'A permission with a source account counts for the APIs of that account only.',
      source: 'Lambda API Reference, AddPermission (SourceAccount)',
      test: {
        file: PROXY,
        name: 'may not call the function with a permission for APIs of another account',
      },
    },
    {
      id: 'execute-api-permission-parameters',
      what: 'For a path with a parameter, the source ARN must have `*` in its place.',
      source: 'GitHub, aws/serverless-application-model#110',
      test: {
        file: PERMITS,
        name: 'a permission for arn:aws:execute-api:us-west-2:111111111111:abc/dev/GET/items/{id} does not let GET /items/{id} through',
      },
    },
    {
      id: 'execute-api-permission-any',
      what: 'For `ANY`, it must have `*` in place of the verb.',
      source:
        'GitHub, aws/serverless-application-model#296; that one verb is not enough is inferred, not verified',
      test: {
        file: PROXY,
        name: 'calls the function of an ANY method where its permission is for every verb',
      },
    },
    {
      id: 'execute-api-integration-timeout',
      what: 'An integration that takes too long is 504, `Endpoint request timed out`.',
      source: 'API Gateway Developer Guide, "Quotas for configuring and running a REST API"',
      test: { file: PROXY, name: 'answers 504 when the integration times out' },
    },
    {
      id: 'execute-api-timeout-default',
      what: 'An integration may take 29 seconds unless it says less.',
      source: 'API Gateway Developer Guide, "Quotas for configuring and running a REST API"',
      test: {
        file: READERS,
        name: 'finds the function behind a proxy integration, which may take 29 seconds unless it says less',
      },
    },
    {
      id: 'execute-api-timeout-bounds',
      what: 'A timeout is between 50 milliseconds and 29 seconds, or more where AWS has raised it.',
      source: 'API Gateway Developer Guide, "Quotas for configuring and running a REST API"',
      test: {
        file: READERS,
        name: 'takes a timeout from 50 milliseconds to 300 seconds, as the provider does',
      },
    },
    {
      id: 'execute-api-authorizer-failure',
      what: 'A Lambda authorizer that fails is 500 AuthorizerFailureException.',
      source: 'API Gateway Developer Guide, "Gateway response types"; the answer is not verified',
      notModelled: 'a method with an authorizer stops the boot, by name',
    },
    {
      id: 'execute-api-authorizer-configuration',
      what: 'An authorizer that cannot be called is 500 AuthorizerConfigurationException.',
      source: 'API Gateway Developer Guide, "Gateway response types"; the answer is not verified',
      notModelled: 'a method with an authorizer stops the boot, by name',
    },
    {
      id: 'execute-api-header-limit',
      what: 'Headers over 10,240 bytes in all are refused.',
      source:
        'API Gateway Developer Guide, "Quotas for configuring and running a REST API"; status 431 is not verified',
      test: {
        file: ANSWER,
        name: 'refuses request lines and headers over 10,240 bytes, and ARNs over 1,600',
      },
    },
    {
      id: 'execute-api-arn-limit',
      what: 'A path whose ARN is over 1,600 bytes is 414.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      test: {
        file: TABLE,
        name: 'answers 414 RequestUriTooLongException to an ARN over 1,600 bytes',
      },
    },
  ],
};
