import type { BehaviourArea } from '../behaviour';

const PROXY = 'apps/local-cloud/src/api-gateway/integrations/lambda-proxy.test.ts';
const ANSWER = 'apps/local-cloud/src/api-gateway/answer-request.test.ts';
const TABLE = 'apps/local-cloud/src/api-gateway/testing/failure-row.ts';
const EVENT = 'apps/local-cloud/src/api-gateway/integrations/proxy-event.test.ts';

export const SUCCESS_HEADERS: BehaviourArea = {
  title: 'API Gateway: headers passed on and sent back',
  behaviours: [
    {
      id: 'headers-request-id',
      what: 'An answer has x-amzn-RequestId and x-amz-apigw-id, which the event has too.',
      source: 'answers recorded from AWS (LocalStack, test_invocation_trace_id)',
      test: { file: PROXY, name: 'carries one request id through answer and event' },
    },
    {
      id: 'headers-trace-id',
      what: 'An answer of a function has X-Amzn-Trace-Id.',
      source: 'answers recorded from AWS (LocalStack, test_invocation_trace_id)',
      test: { file: ANSWER, name: 'lets a member read what members may' },
    },
    {
      id: 'headers-trace-id-mock',
      what: 'An answer of a mock integration has none.',
      source: 'answers recorded from AWS (LocalStack, test_invocation_trace_id)',
      test: { file: ANSWER, name: 'answers a preflight without credentials or key' },
    },
    {
      id: 'headers-trace-id-refusal',
      what: 'A refusal has none.',
      source: 'answers recorded from AWS (LocalStack, test_invocation_trace_id)',
      test: { file: TABLE, name: 'answers 403 AccessDeniedException to a role that may not' },
    },
    {
      id: 'headers-trace-id-continued',
      what: 'A trace that the caller began goes on.',
      source: 'answers recorded from AWS (LocalStack, test_invocation_trace_id)',
      test: { file: PROXY, name: 'goes on with a trace that the caller began' },
    },
    {
      id: 'headers-remapped',
      what: 'Content-Length, Date and Server of an integration are sent as `x-amzn-Remapped-<name>`.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      test: {
        file: PROXY,
        name: 'gives headers that are the gateway’s own another name, and drops transfer coding',
      },
    },
    {
      id: 'headers-transfer-coding',
      what: 'Transfer-Encoding of an integration is dropped.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      test: {
        file: PROXY,
        name: 'gives headers that are the gateway’s own another name, and drops transfer coding',
      },
    },
    {
      id: 'headers-dropped',
      what: 'Of a request, headers of the connection do not reach the integration: Connection, Content-Length, Expect, TE, Upgrade and others.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      test: { file: EVENT, name: 'drops the headers that are the connection’s own' },
    },
    {
      id: 'headers-authorization',
      what: 'The Authorization header of a signature does not reach it either.',
      source: 'API Gateway Developer Guide, "Amazon API Gateway important notes"',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
    {
      id: 'headers-forwarded',
      what: 'X-Forwarded-For and X-Forwarded-Port are added.',
      source: 'a captured event of an IAM proxy',
      test: {
        file: PROXY,
        name: 'tells the function who called, with which key, and nothing of the signature',
      },
    },
  ],
};
