import type { BehaviourArea } from '../behaviour';

const ANSWER = 'apps/local-cloud/src/api-gateway/answer-request.test.ts';
const AUTHORIZE = 'apps/local-cloud/src/api-gateway/authorization/refusals.test.ts';
const INVOKE = 'libs/auth-model/src/decide/authorize-invoke.test.ts';
const USAGE = 'apps/local-cloud/src/api-gateway/usage/refusals.test.ts';
const LIMITS = 'apps/local-cloud/src/api-gateway/usage/usage-limits.test.ts';
const CHECK = 'apps/local-cloud/src/api-gateway/validation/request-check.test.ts';

export const ORDER_OF_CHECKS: BehaviourArea = {
  title: 'API Gateway: in which order',
  behaviours: [
    {
      id: 'gateway-order-routing',
      what: 'A request is routed before it is authenticated: an unknown path wants no signature to be refused.',
      source: 'answers recorded from AWS (LocalStack, test_routing_not_found)',
      test: { file: ANSWER, name: 'answers an unknown path as if a signature were missing' },
    },
    {
      id: 'gateway-order-authentication',
      what: 'The caller is authenticated before any policy is asked.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: { file: AUTHORIZE, name: 'refuses an unknown key' },
    },
    {
      id: 'gateway-order-policies-together',
      what: 'The policies of the role and of the API are asked together.',
      source:
        'API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"',
      test: { file: INVOKE, name: 'weighs the role and the API together: allow (2)' },
    },
    {
      id: 'gateway-order-policies-before-key',
      what: 'Policies are asked before the API key.',
      source: 'inferred from the guide; not verified',
      test: { file: USAGE, name: 'decides on policies before it looks at the API key' },
    },
    {
      id: 'gateway-order-denied-not-counted',
      what: 'What a policy denies is not counted against a quota.',
      source: 'inferred; not verified',
      test: {
        file: USAGE,
        name: 'says when the quota is used up, and does not count what it refused',
      },
    },
    {
      id: 'gateway-order-plan-stage-account',
      what: 'Limits apply in this order: the plan’s for the key or method, the stage’s for the method, the account’s.',
      source: 'API Gateway Developer Guide, "Throttle requests to your REST APIs"',
      test: {
        file: LIMITS,
        name: 'asks the limit of the plan first, then the one of the stage, then the account’s',
      },
    },
    {
      id: 'gateway-order-regional',
      what: 'AWS’s own limit for a region applies last.',
      source: 'API Gateway Developer Guide, "Throttle requests to your REST APIs"',
      notModelled: 'it is not published, and no single account reaches it here',
    },
    {
      id: 'gateway-order-limits-before-validation',
      what: 'Limits apply before a request is validated.',
      source: 'inferred; not verified',
      test: { file: USAGE, name: 'throttles before it looks at what was sent' },
    },
    {
      id: 'gateway-order-key-before-validation',
      what: 'The API key is asked before a request is validated.',
      source:
        'answers recorded from AWS (LocalStack, test_api_gateway_request_validator); the order of LocalStack',
      test: { file: CHECK, name: 'decides who may call before it looks at a request' },
    },
    {
      id: 'gateway-order-validation-before-integration',
      what: 'A request that is not valid does not reach its integration.',
      source: 'API Gateway Developer Guide, "Request validation for REST APIs"',
      test: { file: CHECK, name: 'names every parameter that is missing or blank' },
    },
  ],
};
