import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway } from '../testing/build-gateway';
import { buildApi, buildFunction, buildMethod, buildStage, known } from '../testing/build-model';
import { recorded, RECORDED_SKIP } from '../testing/recorded';

// Events that AWS sent to a function (LocalStack's AWS-validated snapshots, Apache-2.0), for the same calls made here.
const EVENTS = recorded(
  'test_apigateway_lambda.snapshot.json',
  'test_apigateway_lambda.py::test_lambda_aws_proxy_integration',
);

const PLAIN = {
  method: 'GET',
  body: '',
  headers: { Authorization: 'random-value', 'tEsT-HEADeR': 'aValUE' },
};
const CALLS: Readonly<
  Record<
    string,
    {
      readonly target: string;
      readonly method?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  >
> = {
  'invocation-payload-without-trailing-slash': { target: '/stage/proxy-value' },
  'invocation-payload-with-trailing-slash': { target: '/stage/proxy-value/' },
  'invocation-payload-with-double-slash': { target: '/stage/proxy-value//double-slash' },
  'invocation-payload-with-prepended-slash-to-stage': { target: '//stage/proxy-value' },
  'invocation-payload-with-prepended-slash': { target: '/stage//proxy-value' },
  'invocation-payload-without-trailing-slash-and-query-params': {
    target: '/stage/proxy-value?urlparam=test',
  },
  'invocation-payload-with-trailing-slash-and-query-params': {
    target: '/stage/proxy-value/?urlparam=test',
  },
  'invocation-payload-with-path-encoded-email': {
    target: '/stage/proxy-value/api/user/test%2Balias@gmail.com/plus/test+alias@gmail.com',
  },
  'invocation-payload-with-params-encoding': {
    target:
      '/stage/proxy-value/api?dateTimeOffset=2023-06-12T18:05:10.123456+00:00&email=test%2Balias@gmail.com&plus=test+alias@gmail.com&url=https://www.google.com/&whitespace=foo%20bar&zhash=abort/#',
  },
  'invocation-payload-with-params-encoding-multi': {
    target: '/stage/proxy-value?category=electronics&category=books&price=10&price=20&price=30',
    method: 'POST',
    body: '{"message": "hello world"}',
    headers: {
      'Content-Type': 'application/json;charset=utf-8',
      Authorization: 'Bearer token123;API key456',
    },
  },
  'invocation-hardcoded': { target: '/stage//hardcoded' },
};

/** Set by CloudFront in front of the recorded, edge-optimized API; a regional one has none of them. */
const EDGE_HEADERS = /^(cloudfront-|via$|x-amz-cf-id$)/i;
/** Sent by the recording client, or different for every call; there is one of each in both events. */
const VARIES: Readonly<Record<string, unknown>> = {
  Accept: '*/*',
  'Accept-Encoding': 'gzip, deflate',
  'User-Agent': 'python-requests/testing',
};

test('knows a call for each recorded event', { skip: RECORDED_SKIP }, () => {
  assert.deepEqual(Object.keys(CALLS).sort(), Object.keys(EVENTS).sort());
});

for (const [name, event] of Object.entries(EVENTS)) {
  test(`makes the event that AWS made: ${name}`, async () => {
    const gateway = proxyGateway();
    const asked = { ...PLAIN, target: '/', ...CALLS[name] };
    const sent = asked.target.split('#')[0] ?? '';
    const headers = {
      ...asked.headers,
      ...Object.fromEntries(Object.entries(VARIES).map(([key, value]) => [key, String(value)])),
    };
    const response = await gateway.send({ ...asked, target: sent, headers });
    assert.equal(response.status, 200, response.decision);
    assert.deepEqual(withoutGenerated(gateway.events[0]), withoutGenerated(toEvent(event)));
  });
}

function proxyGateway(): ReturnType<typeof buildGateway> {
  const open = { authorization: known('NONE'), apiKeyRequired: known(false) };
  const methods = [buildMethod('ANY /{proxy+}', open), buildMethod('ANY /hardcoded', open)];
  const permissions = [{ action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' }];
  return buildGateway({
    model: {
      restApis: [buildApi({ methods, stages: [buildStage({ name: 'stage' })] })],
      functions: [buildFunction({ permissions })],
    },
  });
}

type Json = Readonly<Record<string, unknown>>;

function toEvent(event: unknown): Json {
  assert.ok(isRecord(event));
  // The recording function parsed a JSON body before it was written down.
  return isRecord(event.body)
    ? { ...event, body: JSON.stringify(event.body).replace(':', ': ') }
    : event;
}

/** Leaves shapes and fixed values, and of generated ones only that they are there. */
function withoutGenerated(event: Json | undefined): Json {
  assert.ok(event && isRecord(event.requestContext) && isRecord(event.requestContext.identity));
  const { requestContext } = event;
  return {
    ...event,
    headers: comparable(event.headers),
    multiValueHeaders: comparable(event.multiValueHeaders),
    requestContext: {
      ...requestContext,
      ...presence(requestContext, [
        'accountId',
        'apiId',
        'deploymentId',
        'domainName',
        'domainPrefix',
        'extendedRequestId',
        'requestId',
        'requestTime',
        'requestTimeEpoch',
        'resourceId',
      ]),
      identity: {
        ...event.requestContext.identity,
        ...presence(event.requestContext.identity, ['sourceIp']),
      },
    },
  };
}

function presence(record: Json, names: readonly string[]): Json {
  return Object.fromEntries(
    names.map((name) => [name, typeof record[name] === 'undefined' ? 'absent' : 'present']),
  );
}

const GENERATED_HEADERS = [
  'Host',
  'X-Amzn-Trace-Id',
  'X-Forwarded-For',
  'X-Forwarded-Port',
  'X-Forwarded-Proto',
];

function comparable(headers: unknown): Json {
  assert.ok(isRecord(headers));
  const kept = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !EDGE_HEADERS.test(name)),
  );
  return { ...kept, ...presence(headers, GENERATED_HEADERS) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
