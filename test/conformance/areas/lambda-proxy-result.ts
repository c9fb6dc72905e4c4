import type { BehaviourArea } from '../behaviour';

const RESULT = 'apps/local-cloud/src/api-gateway/integrations/proxy-result.test.ts';
const PROXY = 'apps/local-cloud/src/api-gateway/integrations/lambda-proxy.test.ts';

export const LAMBDA_PROXY_RESULT: BehaviourArea = {
  title: 'API Gateway: the result of a Lambda proxy',
  behaviours: [
    {
      id: 'result-members',
      what: 'A result may have isBase64Encoded, statusCode, headers, multiValueHeaders and body; any other member is 502.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: {
        file: RESULT,
        name: 'answers 502 to a result that is or has a member that AWS does not know',
      },
    },
    {
      id: 'result-null',
      what: 'A result of null is 502.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: { file: RESULT, name: 'answers 502 to a result that is or has null' },
    },
    {
      id: 'result-text',
      what: 'A bare text is 502.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: { file: RESULT, name: 'answers 502 to a result that is or has a text' },
    },
    {
      id: 'result-no-status',
      what: 'Without statusCode the answer is 200.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: { file: RESULT, name: 'answers 200 to a result with no status' },
    },
    {
      id: 'result-status-text',
      what: 'A statusCode of "201" is as good as a number.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: { file: RESULT, name: 'answers 201 to a result with a status written as text' },
    },
    {
      id: 'result-status-none',
      what: 'A statusCode that is no number is 502.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: {
        file: RESULT,
        name: 'answers 502 to a result that is or has a status that is no number',
      },
    },
    {
      id: 'result-headers-null',
      what: '`headers` may be null.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: { file: RESULT, name: 'answers 200 to a result with headers that are null' },
    },
    {
      id: 'result-headers-boolean',
      what: 'A boolean header is sent as a text.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: {
        file: RESULT,
        name: 'sends what the function sets, application/json where it sets no type, its own ids, and nothing else',
      },
    },
    {
      id: 'result-multi-headers',
      what: 'A value of multiValueHeaders that is no list is 502.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: {
        file: RESULT,
        name: 'answers 502 to a result that is or has several values that are no list',
      },
    },
    {
      id: 'result-headers-merged',
      what: 'Both kinds of headers are sent.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: { file: RESULT, name: 'sends both kinds of headers' },
    },
    {
      id: 'result-content-type',
      what: 'Without a content type, application/json is sent.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: {
        file: RESULT,
        name: 'sends what the function sets, application/json where it sets no type, its own ids, and nothing else',
      },
    },
    {
      id: 'result-base64',
      what: 'A body in base64 stays so where no binary type of the API fits Accept.',
      source:
        'answers recorded from AWS (LocalStack, test_aws_proxy_response_payload_format_validation)',
      test: {
        file: RESULT,
        name: 'leaves a body in base64 where the API has no binary type for it',
      },
    },
    {
      id: 'result-base64-decoded',
      what: 'It is decoded where one does.',
      source: 'API Gateway Developer Guide, "Return binary media from a Lambda proxy integration"',
      test: {
        file: PROXY,
        name: 'passes binary bodies in base64 where the API says so, in and out',
      },
    },
    {
      id: 'result-body-type',
      what: 'A body that is no text is 502.',
      source:
        'API Gateway Developer Guide, "Output format of a Lambda function for proxy integration"; not verified',
      test: { file: PROXY, name: 'answers 502 when the function returns a body that is no string' },
    },
    {
      id: 'result-function-error',
      what: 'A function that fails is 502.',
      source:
        'API Gateway Developer Guide, "Output format of a Lambda function for proxy integration"',
      test: { file: PROXY, name: 'answers 502 when the function fails' },
    },
    {
      id: 'result-memory',
      what: 'A function that uses up its memory, buffers and all, is killed: Runtime.ExitError, `signal: killed`; the next call finds a new environment.',
      source:
        'AWS Lambda Developer Guide, "Troubleshoot invocation issues in Lambda", Runtime.ExitError',
      test: {
        file: 'apps/local-cloud/src/lambda/memory-watch.test.ts',
        name: 'buffers count: one that is larger than the memory kills the function, and the next call finds a new one',
      },
    },
  ],
};
