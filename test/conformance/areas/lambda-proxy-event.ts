import type { BehaviourArea } from '../behaviour';

const EVENT = 'apps/local-cloud/src/api-gateway/integrations/proxy-event.test.ts';
const PROXY = 'apps/local-cloud/src/api-gateway/integrations/lambda-proxy.test.ts';

export const LAMBDA_PROXY_EVENT: BehaviourArea = {
  title: 'API Gateway: the event of a Lambda proxy',
  behaviours: [
    {
      id: 'event-members',
      what: 'An event has resource, path, httpMethod, headers, queries, pathParameters, stageVariables, requestContext, body and isBase64Encoded.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: { file: EVENT, name: 'has exactly the members that AWS writes' },
    },
    {
      id: 'event-context-members',
      what: 'Its requestContext has the account, API, deployment, domain, identity, path, ids, times, resource and stage.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: { file: EVENT, name: 'has exactly the members that AWS writes' },
    },
    {
      id: 'event-path-trailing-slash',
      what: '`path` is without the stage, and keeps a slash at its end, which a greedy parameter drops.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: {
        file: EVENT,
        name: 'writes the path of /dev/a/ as AWS does, and what it says in place of the parameter',
      },
    },
    {
      id: 'event-path-double-slash',
      what: 'It keeps doubled slashes.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: {
        file: EVENT,
        name: 'writes the path of /dev/a//b as AWS does, and what it says in place of the parameter',
      },
    },
    {
      id: 'event-path-encoded',
      what: 'It keeps escapes.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: {
        file: EVENT,
        name: 'writes the path of /dev/a%2Bb as AWS does, and what it says in place of the parameter',
      },
    },
    {
      id: 'event-path-leading-slash',
      what: 'A further slash in front of the stage is dropped.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: {
        file: EVENT,
        name: 'writes the path of //dev/a as AWS does, and what it says in place of the parameter',
      },
    },
    {
      id: 'event-path-after-stage',
      what: 'A doubled slash behind the stage stays in the path of the context alone.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: {
        file: EVENT,
        name: 'writes the path of /dev//a as AWS does, and what it says in place of the parameter',
      },
    },
    {
      id: 'event-headers-last',
      what: '`headers` has the last of several values, multiValueHeaders all of them.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: { file: PROXY, name: 'keeps every value of a repeated header, and of a parameter' },
    },
    {
      id: 'event-query-decoded',
      what: 'Queries are decoded, and the last of several values counts.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: {
        file: EVENT,
        name: 'decodes the query, and keeps the last of several values beside all of them',
      },
    },
    {
      id: 'event-nulls',
      what: 'No query, no path parameter and no body are null.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: {
        file: EVENT,
        name: 'says null where there is no query, no parameter of the path and no body',
      },
    },
    {
      id: 'event-stage-variables',
      what: '`stageVariables` are those of the stage, or null.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: { file: PROXY, name: 'passes the variables of a stage, and null where there are none' },
    },
    {
      id: 'event-binary',
      what: 'A body of a binary type is in base64.',
      source: 'API Gateway Developer Guide, "Binary media types for REST APIs"',
      test: {
        file: PROXY,
        name: 'passes binary bodies in base64 where the API says so, in and out',
      },
    },
    {
      id: 'event-any-method',
      what: '`httpMethod` is that of the request, also of a method ANY.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: {
        file: EVENT,
        name: 'names the method of the request, also where that of the API is ANY',
      },
    },
    {
      id: 'event-request-time',
      what: '`requestTime` is `08/Oct/2019:16:22:40 +0000`, and requestTimeEpoch is in milliseconds.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: { file: PROXY, name: 'writes the time of a request as AWS does' },
    },
    {
      id: 'event-identity-pool',
      what: '`identity` has the identity and its pool.',
      source: 'a captured event of an IAM proxy',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
    {
      id: 'event-identity-account',
      what: 'It has the account of the caller, and the access key.',
      source: 'a captured event of an IAM proxy',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
    {
      id: 'event-identity-caller',
      what: '`caller` and user are `AROA…:CognitoIdentityCredentials`, userArn is the ARN of the session.',
      source: 'a captured event of an IAM proxy',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
    {
      id: 'event-identity-authentication',
      what: '`cognitoAuthenticationType` is authenticated, and cognitoAuthenticationProvider names provider and sub.',
      source: 'a captured event of an IAM proxy',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
    {
      id: 'event-identity-source',
      what: '`sourceIp` and userAgent are of the request.',
      source: 'a captured event of an IAM proxy',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
    {
      id: 'event-identity-key',
      what: '`apiKey` and apiKeyId are there where the method wants a key.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
    {
      id: 'event-identity-no-key',
      what: 'They are absent where it wants none.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      test: { file: EVENT, name: 'knows nobody where a method asks for no signature' },
    },
    {
      id: 'event-identity-none',
      what: 'Without authorization all but sourceIp and userAgent are null.',
      source: 'answers recorded from AWS (LocalStack, test_lambda_aws_proxy_integration)',
      test: { file: EVENT, name: 'knows nobody where a method asks for no signature' },
    },
    {
      id: 'event-identity-organization',
      what: '`principalOrgId` is the organization of the caller, or null.',
      source:
        'API Gateway Developer Guide, "Input format of a Lambda function for proxy integration"',
      notModelled: 'it is always null: an organization is no part of a stack',
    },
  ],
};
