import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { StepName, Trace, TraceStep } from '../../apps/local-cloud/src/trace/trace';
import type { TracePage } from '../../apps/local-cloud/src/trace/trace-ring';
import { headerOf, sendCall, signCall, type Call, type Credentials } from './caller';
import { signedInCloud } from './signed-in-cloud';

const signedIn = signedInCloud();

/** Calls, and reads what is remembered of it by the id of the answer. */
async function traceOf(call: Call): Promise<Trace> {
  const answer = await sendCall(signedIn.config, call);
  const requestId = headerOf(answer, 'x-amzn-RequestId') ?? '';
  const trace = (await signedIn.cloud.readOperator(`/traces/${requestId}`)) as Trace;
  assert.equal(trace.status, answer.status);
  return trace;
}

const callOf = (credentials: Credentials, call: Partial<Call> = {}): Call =>
  signCall(signedIn.config, credentials, call);

function stepOf<Name extends StepName>(
  { steps }: Trace,
  name: Name,
): Extract<TraceStep, { name: Name }> {
  const found = steps.find((step) => step.name === name);
  assert.ok(found, `no step ${name}`);
  return found as Extract<TraceStep, { name: Name }>;
}

const outcomes = ({ steps }: Trace): string =>
  steps.map(({ name, outcome }) => `${name}: ${outcome}`).join(', ');

test('an admitted call names the role and why, the statement that allowed it, the key and what is used of the quota', async () => {
  const trace = await traceOf(callOf(signedIn.admin, { path: '/vip?page=2' }));
  assert.equal(
    outcomes(trace),
    'route: passed, signature: passed, session: passed, role: passed, trust: passed, policy: passed, key: passed, throttle: passed, quota: passed, validation: not needed, function: passed',
  );
  assert.equal(trace.path, '/dev/vip?page=…');
  assert.deepEqual(stepOf(trace, 'role').facts?.because, 'preferred-role');
  assert.match(stepOf(trace, 'role').detail, /gatehouse-dev-admin: preferred by the token/);
  const trust = stepOf(trace, 'trust').facts;
  assert.equal(trust?.by?.json.Action, 'sts:AssumeRoleWithWebIdentity');
  const policy = stepOf(trace, 'policy').facts;
  assert.equal(policy?.effect, 'allow');
  assert.equal(policy.by?.json.Effect, 'Allow');
  assert.match(String(policy.by.json.Resource), /\/GET\/vip$/);
  assert.equal(stepOf(trace, 'session').facts?.username, 'admin');
  const { limit = 0, used = 0, left = 0 } = stepOf(trace, 'quota').facts ?? {};
  assert.ok(used > 0 && used + left === limit, JSON.stringify(stepOf(trace, 'quota')));
  assert.ok(['cold', 'warm'].includes(stepOf(trace, 'function').facts?.start ?? ''));
});

test('a call that no statement allows names the nearest one, and the part of it that does not match', async () => {
  const trace = await traceOf(callOf(signedIn.member, { path: '/vip' }));
  const policy = stepOf(trace, 'policy');
  assert.equal(policy.outcome, 'refused');
  assert.equal(policy.facts?.nearest?.part, 'resource');
  assert.match(policy.facts.nearest.wanted, /\/GET\/secure$/);
  assert.match(policy.facts.nearest.got, /\/GET\/vip$/);
  assert.equal(stepOf(trace, 'function').outcome, 'not reached');
  assert.match(trace.summary, /^"user" \(role gatehouse-dev-member\) called GET \/dev\/vip/);
});

test('a call refused at its signature, its session, its path or its key says so at that step and reaches no other', async () => {
  const good = callOf(signedIn.admin);
  const { Authorization = '', ...unsigned } = good.headers;
  const refusedAt = async (call: Call): Promise<string> =>
    outcomes(await traceOf(call)).replace(/: refused.*/, '');
  const tampered = Authorization.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  assert.equal(
    await refusedAt({ ...good, headers: { ...good.headers, Authorization: tampered } }),
    'route: passed, signature',
  );
  assert.equal(await refusedAt({ ...good, headers: unsigned }), 'route: passed, signature');
  assert.equal(
    await refusedAt(callOf({ ...signedIn.admin, sessionToken: 'IQoJb3JpZ2luX2VjOTHER' })),
    'route: passed, signature: not reached, session',
  );
  assert.equal(await refusedAt(callOf(signedIn.admin, { path: '/no-such-path' })), 'route');
  const keyless = signCall({ ...signedIn.config, apiKey: undefined }, signedIn.admin);
  assert.match(await refusedAt(keyless), /policy: passed, key$/);
});

test('the function that answers a preflight is none, and nobody has to be signed in for it', async () => {
  const origin = signedIn.cloud.website;
  const headers = { Origin: origin, 'Access-Control-Request-Method': 'GET' };
  const trace = await traceOf({ method: 'OPTIONS', path: '/secure', headers });
  for (const name of ['signature', 'session', 'role', 'policy', 'key', 'function'] as const)
    assert.equal(stepOf(trace, name).outcome, 'not needed', name);
});

test('traces are read onwards from the last one seen, and hold no key, token or signature', async () => {
  const { next } = (await signedIn.cloud.readOperator('/traces?limit=1')) as TracePage;
  const call = callOf(signedIn.admin);
  const { requestId } = await traceOf(call);
  const page = (await signedIn.cloud.readOperator(`/traces?after=${next}`)) as TracePage;
  assert.deepEqual(
    page.traces.map((trace) => trace.requestId),
    [requestId],
  );
  const all = JSON.stringify(await signedIn.cloud.readOperator('/traces?limit=200'));
  const { admin, member, config } = signedIn;
  const signature = /Signature=(\w+)/.exec(call.headers.Authorization ?? '')?.[1] ?? '';
  for (const { accessKeyId, secretAccessKey, sessionToken } of [admin, member])
    for (const secret of [accessKeyId, secretAccessKey, sessionToken])
      assert.ok(!all.includes(secret));
  for (const secret of [config.apiKey, signature])
    assert.ok(secret !== '' && !all.includes(secret));
});

test('the log line of a request ends in the id by which it is explained', async () => {
  const { requestId } = await traceOf(callOf(signedIn.admin));
  await signedIn.cloud.printed(new RegExp(`GET /dev/secure .* ms\\) {2}${requestId}$`, 'm'));
});
