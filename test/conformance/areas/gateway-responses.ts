import type { BehaviourArea } from '../behaviour';

const TYPES = 'apps/local-cloud/src/api-gateway/failures/response-types.test.ts';
const TABLE = 'apps/local-cloud/src/api-gateway/testing/failure-row.ts';
const RESPONSES = 'apps/local-cloud/src/api-gateway/failures/gateway-responses.test.ts';
const CHECK = 'apps/local-cloud/src/api-gateway/validation/request-check.test.ts';
const ANSWER = 'apps/local-cloud/src/api-gateway/answer-request.test.ts';

export const GATEWAY_RESPONSES: BehaviourArea = {
  title: 'API Gateway: gateway responses',
  behaviours: [
    {
      id: 'gateway-response-access-denied',
      what: 'ACCESS_DENIED shapes what IAM denies, and is 403 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'ACCESS_DENIED shapes its refusal, with 403 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-api-configuration-error',
      what: 'API_CONFIGURATION_ERROR shapes a configuration that cannot work, and is 500 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'API_CONFIGURATION_ERROR shapes its refusal, with 500 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-bad-request-body',
      what: 'BAD_REQUEST_BODY shapes a body that its model refuses, and is 400 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'BAD_REQUEST_BODY shapes its refusal, with 400 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-bad-request-parameters',
      what: 'BAD_REQUEST_PARAMETERS shapes missing parameters, and is 400 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'BAD_REQUEST_PARAMETERS shapes its refusal, with 400 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-expired-token',
      what: 'EXPIRED_TOKEN shapes a session that has ended, and is 403 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'EXPIRED_TOKEN shapes its refusal, with 403 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-integration-timeout',
      what: 'INTEGRATION_TIMEOUT shapes an integration that takes too long, and is 504 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'INTEGRATION_TIMEOUT shapes its refusal, with 504 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-invalid-api-key',
      what: 'INVALID_API_KEY shapes a key that does not count, and is 403 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'INVALID_API_KEY shapes its refusal, with 403 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-invalid-signature',
      what: 'INVALID_SIGNATURE shapes a wrong signature, and is 403 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'INVALID_SIGNATURE shapes its refusal, with 403 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-missing-authentication-token',
      what: 'MISSING_AUTHENTICATION_TOKEN shapes a request without a signature, and is 403 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'MISSING_AUTHENTICATION_TOKEN shapes its refusal, with 403 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-quota-exceeded',
      what: 'QUOTA_EXCEEDED shapes a quota that is used up, and is 429 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'QUOTA_EXCEEDED shapes its refusal, with 429 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-request-too-large',
      what: 'REQUEST_TOO_LARGE shapes a request that is too large, and is 413 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'REQUEST_TOO_LARGE shapes its refusal, with 413 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-throttled',
      what: 'THROTTLED shapes too many requests at once, and is 429 where nothing else is said.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TYPES,
        name: 'THROTTLED shapes its refusal, with 429 where nothing else is said',
      },
    },
    {
      id: 'gateway-response-unsupported-media-type',
      what: 'UNSUPPORTED_MEDIA_TYPE shapes a content type without a mapping, and is 415.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: TABLE,
        name: 'answers 415 BadRequestException to a content type without a template, and none passed on',
      },
    },
    {
      id: 'gateway-response-authorizer-types',
      what: 'AUTHORIZER_CONFIGURATION_ERROR and AUTHORIZER_FAILURE are 500, UNAUTHORIZED is 401.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      notModelled: 'they are read, and never needed: a method with an authorizer stops the boot',
    },
    {
      id: 'gateway-response-integration-failure',
      what: 'INTEGRATION_FAILURE is 504, for an integration that cannot be reached.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      notModelled:
        'it is read, and never needed: the function of a proxy integration is always reached',
    },
    {
      id: 'gateway-response-resource-not-found',
      what: 'RESOURCE_NOT_FOUND is 404, for a resource that is missing after the request was let in.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      notModelled:
        'it is read, and never needed: an unknown path is refused before, as one without a signature',
    },
    {
      id: 'gateway-response-waf-filtered',
      what: 'WAF_FILTERED is 403.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      notModelled:
        'it is read, and never needed: a stack with a firewall stops the boot, naming the type',
    },
    {
      id: 'gateway-response-unknown-type',
      what: 'A type that does not exist is refused.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: { file: RESPONSES, name: 'stops the boot at an unknown type, naming the place' },
    },
    {
      id: 'gateway-response-default-fall-back',
      what: 'DEFAULT_4XX and DEFAULT_5XX stand in for every type that is not defined.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: { file: RESPONSES, name: 'lets a type of its own stand before the default' },
    },
    {
      id: 'gateway-response-default-status',
      what: 'A status set there is the status of all of them.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: RESPONSES,
        name: 'gives the status of a default to every type that falls back to it',
      },
    },
    {
      id: 'gateway-response-static-header',
      what: 'A parameter `gatewayresponse.header.<name>` sets a header to a quoted text.',
      source: 'API Gateway Developer Guide, "Set up a gateway response customization"',
      test: { file: RESPONSES, name: 'lets a type of its own stand before the default' },
    },
    {
      id: 'gateway-response-mapped-header',
      what: 'A parameter may take a header of the request.',
      source: 'API Gateway Developer Guide, "Set up a gateway response customization"',
      test: {
        file: RESPONSES,
        name: 'echoes the origin of the request where the parameter says so, and leaves it out without one',
      },
    },
    {
      id: 'gateway-response-template',
      what: 'A template fills in the message, the type and the context.',
      source: 'API Gateway Developer Guide, "Set up a gateway response customization"',
      test: { file: RESPONSES, name: 'fills a template' },
    },
    {
      id: 'gateway-response-default-template',
      what: 'The default template is `{"message":$context.error.messageString}`.',
      source: 'API Gateway Developer Guide, "Gateway response types"',
      test: {
        file: RESPONSES,
        name: 'keeps the capital Message of access denied where AWS’s own template is only written out',
      },
    },
    {
      id: 'gateway-response-validation-error',
      what: 'A template may tell what is wrong with a body.',
      source: 'API Gateway Developer Guide, "Request validation for REST APIs"',
      test: {
        file: CHECK,
        name: 'tells a gateway response what is wrong with a body, and lets it shape the answer',
      },
    },
    {
      id: 'gateway-response-redeploy',
      what: 'A change of a gateway response needs a new deployment to be seen.',
      source: 'API Gateway Developer Guide, "Set up a gateway response customization"',
      notModelled:
        'a stack is played as it would be deployed now: what has changed is seen at once',
    },
    {
      id: 'gateway-response-in-front',
      what: 'Of a body over 10 MB no gateway response is asked.',
      source: 'a public probe of a real API, October 2026',
      test: { file: ANSWER, name: 'refuses a body over 10 MB in plain text, without CORS' },
    },
    {
      id: 'gateway-response-in-front-unknown-path',
      what: 'Nor is it for an unknown path with a header that is no signature.',
      source: 'a public probe of a real API, October 2026',
      test: {
        file: TABLE,
        name: 'answers 403 IncompleteSignatureException to a bearer token on an unknown path',
      },
    },
    {
      id: 'gateway-response-expired-signature',
      what: 'An expired signature goes by INVALID_SIGNATURE, and not by EXPIRED_TOKEN.',
      source:
        'AWS re:Post, "Troubleshoot 403 errors from API Gateway"; GitHub, floci#3585 chose otherwise',
      test: {
        file: TYPES,
        name: 'INVALID_SIGNATURE shapes its refusal, with 403 where nothing else is said',
      },
    },
  ],
};
