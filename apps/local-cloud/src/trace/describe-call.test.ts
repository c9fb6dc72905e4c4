import assert from 'node:assert/strict';
import test from 'node:test';

import type { InvocationResult } from '../lambda/invocation';
import {
  buildCredentials,
  buildGateway,
  MEMBER,
  NOW,
  type GatewayOptions,
} from '../api-gateway/testing/build-gateway';
import {
  buildApi,
  buildMethod,
  buildPlan,
  buildRole,
  buildStage,
  policy,
} from '../api-gateway/testing/build-model';
import { buildRequest, signRequest } from '../api-gateway/testing/build-request';
import { call, KEY } from '../api-gateway/testing/call-gateway';
import type { StepName, Trace, TraceStep } from './trace';

async function traceOf(
  options: Parameters<typeof call>[1] = {},
  gatewayOptions: GatewayOptions = {},
): Promise<Trace> {
  const gateway = buildGateway(gatewayOptions);
  await call(gateway, options);
  const [trace] = gateway.traces.page(1).traces;
  assert.ok(trace);
  return trace;
}

function stepOf<Name extends StepName>(
  { steps }: Trace,
  name: Name,
): Extract<TraceStep, { name: Name }> {
  return steps.find((step) => step.name === name) as Extract<TraceStep, { name: Name }>;
}

const refusedAt = ({ steps }: Trace): string | undefined =>
  steps.find(({ outcome }) => outcome === 'refused')?.name;

for (const [what, step, options, gatewayOptions] of [
  ['a stage that is not there', 'route', { target: '/prod/secure' }, {}],
  ['a target with a NUL', 'request', { target: '/dev/vip%00' }, {}],
  ['a target that is no path', 'route', { target: '*' }, {}],
  ['a method that is not there', 'route', { method: 'DELETE' }, {}],
  ['a signature of long ago', 'signature', { atMs: 0 }, {}],
  ['a session nobody has', 'session', {}, { credentials: [] }],
  ['a role that may not', 'policy', { target: '/dev/vip' }, {}],
  ['no key', 'key', { headers: {} }, {}],
  ['a bucket that is empty', 'throttle', {}, planOf({ throttle: { rateLimit: 1, burstLimit: 0 } })],
  [
    'a quota that is used up',
    'quota',
    {},
    planOf({ quota: { limit: 0, period: 'DAY', offset: 0 } }),
  ],
  ['a function that throws', 'function', {}, { invocation: thrown('boom') }],
] as const) {
  test(`${what} is a refusal at the step ${step}, and no later step is reached`, async () => {
    const trace = await traceOf(options, gatewayOptions);
    assert.equal(refusedAt(trace), step);
    const later = trace.steps.slice(trace.steps.findIndex(({ name }) => name === step) + 1);
    assert.ok(later.every(({ outcome }) => outcome === 'not reached'));
    assert.ok(trace.errorType !== undefined && trace.summary.includes(trace.errorType));
    for (const { detail } of trace.steps) assert.match(detail, /^["\p{Lu}\p{N}].*\.$/su);
  });
}

function planOf(changes: Parameters<typeof buildPlan>[0]): GatewayOptions {
  return { model: { usagePlans: [buildPlan(changes)] } };
}

function thrown(errorMessage: string): InvocationResult {
  return {
    kind: 'function-error',
    errorType: 'Error',
    errorMessage,
    durationMs: 12.5,
    start: 'cold',
  };
}

for (const [fault, status, errorType] of [
  ['throttled', 429, 'TooManyRequestsException'],
  ['failed', 500, 'InternalServerErrorException'],
] as const) {
  test(`an answer that the laboratory ordered (${status}) says so, and how to be rid of it`, () => {
    const gateway = buildGateway();
    const request = buildRequest({ target: '/dev/secure' });
    const laboratory = { delayMs: 500, heldMs: 503, withoutCors: false };
    assert.equal(gateway.service.fail?.(fault, { ...request, laboratory })?.status, status);
    const trace = gateway.traces.find(request.requestId);
    assert.ok(trace);
    assert.equal(trace.errorType, errorType);
    assert.equal(refusedAt(trace), 'laboratory');
    assert.ok(trace.durationMs >= 503);
    const [first, ...later] = trace.steps;
    assert.match(
      first?.detail ?? '',
      /^The laboratory was told to answer \d+; lift the fault .*Lab/,
    );
    assert.ok(later.every(({ outcome }) => outcome === 'not reached'));
    assert.match(trace.summary, /^Somebody called .* \(503 ms of it held back by the laboratory\)/);
  });
}

test('a request that was held back, or loses its CORS headers, tells it and counts the time', async () => {
  const gateway = buildGateway();
  const request = buildRequest(signRequest({ credentials: MEMBER, atMs: NOW, headers: KEY }));
  const laboratory = { delayMs: 250, heldMs: 251, withoutCors: true };
  await gateway.service.handle({ ...request, laboratory });
  const trace = gateway.traces.find(request.requestId);
  assert.ok(trace);
  const [first, second] = trace.steps;
  assert.equal(first?.outcome, 'passed');
  assert.match(
    first.detail,
    /told to hold the request back for 250 ms, and to take the CORS headers/,
  );
  assert.deepEqual(stepOf(trace, 'laboratory').facts, laboratory);
  assert.equal(second?.name, 'route');
  assert.ok(trace.durationMs >= 251);
  assert.match(trace.summary, /got 200 in \d+ ms \(251 ms of it held back by the laboratory\)/);
});

test('a step of which nothing is to be told is not in the trace', async () => {
  const names = (await traceOf()).steps.map(({ name }) => name);
  assert.ok(!names.includes('laboratory') && !names.includes('request'));
});

test('an expired session is named: whose it was, which role it had, and when it ended', async () => {
  const expired = buildCredentials('member', { expiresAtMs: NOW - 60_000 });
  const trace = await traceOf({}, { credentials: [expired] });
  assert.equal(refusedAt(trace), 'session');
  assert.match(
    trace.summary,
    /^"member" \(role gatehouse-dev-member\) called .*403 ExpiredTokenException .*expired, at 2026-11-22T09:59:00\.000Z\.$/,
  );
  assert.equal(stepOf(trace, 'session').facts?.username, 'member');
  assert.equal(stepOf(trace, 'session').facts?.expiresAtMs, NOW - 60_000);
  assert.equal(stepOf(trace, 'signature').outcome, 'not reached');
  const elsewhere = await traceOf({ target: '/dev/nowhere' }, { credentials: [expired] });
  assert.match(elsewhere.summary, /^"member" \(role gatehouse-dev-member\) called/);
});

test('an explicit deny names the statement that denies', async () => {
  const deny = { Sid: 'Nobody', Effect: 'Deny', Action: '*', Resource: '*' };
  const role = buildRole('member', deny);
  const policyStep = stepOf(await traceOf({}, { model: { roles: [role] } }), 'policy');
  assert.equal(policyStep.facts?.kind, 'explicit');
  assert.deepEqual(policyStep.facts.by?.json, deny);
  assert.match(policyStep.detail, /statement Nobody of .* denies\.$/);
});

test('a condition that does not hold is named as the part that does not match', async () => {
  const statement = {
    Effect: 'Allow',
    Action: 'execute-api:Invoke',
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  };
  const roles = [buildRole('member', statement)];
  const { facts } = stepOf(await traceOf({}, { model: { roles } }), 'policy');
  assert.equal(facts?.nearest?.part, 'condition');
  assert.deepEqual([facts.nearest.wanted, facts.nearest.got], ['10.0.0.0/8', '127.0.0.1']);
});

test('a policy of the API that lets nobody in is what an unsigned call is refused by', async () => {
  const api = buildApi({
    policy: policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::210987654321:root' },
      Action: 'execute-api:Invoke',
      Resource: '*',
    }),
  });
  const gateway = buildGateway({ model: { restApis: [api] } });
  await gateway.send({ target: '/dev/open/a' });
  const [trace] = gateway.traces.page(1).traces;
  assert.ok(trace);
  assert.equal(refusedAt(trace), 'policy');
  assert.equal(stepOf(trace, 'signature').outcome, 'not needed');
  assert.equal(stepOf(trace, 'policy').facts?.role, undefined);
});

test('says how much of each limit is left after the call', async () => {
  const throttle = { rateLimit: 1, burstLimit: 5 };
  const methodSettings = [{ methodPath: '*/*', throttle: { rateLimit: 2, burstLimit: 3 } }];
  const restApis = [buildApi({ stages: [buildStage({ methodSettings })] })];
  const quota = { limit: 10, period: 'MONTH', offset: 2 } as const;
  const usagePlans = [buildPlan({ throttle, quota })];
  const trace = await traceOf({}, { model: { usagePlans, restApis } });
  assert.deepEqual(
    stepOf(trace, 'throttle').facts?.buckets.map(({ left, burstLimit }) => [left, burstLimit]),
    [
      [4, 5],
      [2, 3],
      [4999, 5000],
    ],
  );
  const { used, left, limit } = stepOf(trace, 'quota').facts ?? {};
  assert.deepEqual([used, left, limit], [1, 7, 8]);
  assert.match(stepOf(trace, 'throttle').detail, /tightest is that of stage dev, secure\/GET/);
});

test('of a query it keeps the names, and of an access key its ends', async () => {
  const trace = await traceOf({ target: '/dev/secure?token=abcdef&flag' });
  assert.equal(trace.path, '/dev/secure?token=…&flag');
  assert.equal(stepOf(trace, 'signature').facts?.accessKeyId, 'ASIA…XXXX');
  assert.ok(!JSON.stringify(trace).includes('abcdef'));
});

test('keeps one short line of an error, however long it is', async () => {
  const invocation = thrown(`${'x'.repeat(5_000_000)}\nsecond line`);
  const { facts, detail } = stepOf(await traceOf({}, { invocation }), 'function');
  assert.equal(facts?.errorMessage?.length, 200);
  assert.equal(facts.start, 'cold');
  assert.ok(detail.length < 400);
});

test('a method of a parameter and no function tells both', async () => {
  const anyItem = buildMethod('GET /items/{id}');
  const trace = await traceOf(
    { target: '/dev/items/7', headers: KEY },
    {
      model: {
        restApis: [buildApi({ methods: [anyItem] })],
        roles: [buildRole('member', { Effect: 'Allow', Action: '*', Resource: '*' })],
      },
    },
  );
  assert.deepEqual(stepOf(trace, 'route').facts?.pathParameters, { id: '7' });
  assert.equal(refusedAt(trace), undefined);
});
