import assert from 'node:assert/strict';
import test from 'node:test';

import {
  aPool,
  aPoolWithGuests,
  aRole,
  identityOf,
  logins,
  POOL_ID,
  PROVIDER,
  roleArn,
  setUpIdentity,
  valid,
  type Fixture,
} from '../cognito-identity/testing/identity-fixture';
import type { Trace } from './trace';

const TOKENS = {
  USER: valid('user', { 'cognito:groups': ['editor'], 'cognito:roles': [roleArn('member')] }),
};

async function traceOf(fixture: Fixture, token?: string, given = token): Promise<Trace> {
  const IdentityId = await identityOf(fixture, token);
  await fixture.call('GetCredentialsForIdentity', { IdentityId, ...logins(given) });
  const [trace] = fixture.traces.page(1).traces;
  assert.ok(trace);
  return trace;
}

const outcomes = ({ steps }: Trace): readonly string[] =>
  steps.map(({ name, outcome }) => `${name} ${outcome}`);

test('a login that becomes a session names role, reason and the statement that trusts', async () => {
  const trace = await traceOf(setUpIdentity({ tokens: TOKENS }), 'USER');
  assert.deepEqual(outcomes(trace), [
    'login passed',
    'role passed',
    'trust passed',
    'session passed',
  ]);
  assert.match(trace.summary, /^"user" asked .* got role member in .*: the only role of the token/);
  const [login, role, trust, session] = trace.steps;
  assert.ok(login?.name === 'login' && role?.name === 'role');
  assert.ok(trust?.name === 'trust' && session?.name === 'session');
  assert.deepEqual(login.facts?.groups, ['editor']);
  assert.equal(role.facts?.because, 'preferred-role');
  assert.equal(trust.facts?.by?.sid, 'IdentityPool');
  assert.match(session.facts?.accessKeyId ?? '', /^ASIA….{4}$/);
});

test('a guest needs no login', async () => {
  const roles = [aRole('guest', 'unauthenticated')];
  const trace = await traceOf(setUpIdentity({ pools: [aPoolWithGuests()], roles }));
  assert.deepEqual(outcomes(trace)[0], 'login not needed');
  assert.match(trace.summary, /^A guest asked .* got role guest/);
});

test('a refusal names the step that refused: login, role or trust', async () => {
  const denying = aPool({
    roleMappings: aPool().roleMappings.map((mapping) => ({
      ...mapping,
      ambiguousRoleResolution: { kind: 'known', value: 'Deny' },
    })),
  });
  const noRole = { USER: valid('user') };
  for (const [fixture, token, expected] of [
    [setUpIdentity({ tokens: TOKENS }), 'GARBAGE', 'login refused'],
    [setUpIdentity({ tokens: noRole, pools: [denying] }), 'USER', 'role refused'],
    [
      setUpIdentity({ tokens: TOKENS, roles: [aRole('member', 'unauthenticated')] }),
      'USER',
      'trust refused',
    ],
  ] as const) {
    const trace = await traceOf(fixture, 'USER', token);
    const at = outcomes(trace).indexOf(expected);
    assert.ok(at >= 0, `${expected} in ${outcomes(trace).join()}`);
    assert.ok(
      outcomes(trace)
        .slice(at + 1)
        .every((one) => one.endsWith('not reached')),
    );
    assert.ok(trace.errorType?.endsWith('Exception'));
    assert.ok(!JSON.stringify(trace).includes('GARBAGE'));
  }
});

async function lastOf(fixture: Fixture, operation: string, body: object): Promise<Trace> {
  await fixture.call(operation, body);
  const [trace] = fixture.traces.page(1).traces;
  assert.ok(trace);
  assert.equal(trace.operation, operation);
  return trace;
}

test('whoever asks for an identity leaves a trace of who it is, and whether it is new', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  const ask = () => lastOf(fixture, 'GetId', { IdentityPoolId: POOL_ID, ...logins('USER') });
  const [first, again] = [await ask(), await ask()];
  assert.deepEqual(outcomes(first), ['login passed', 'identity passed']);
  const isNew = ({ steps: [, step] }: Trace): unknown =>
    step?.name === 'identity' && step.facts?.isNew;
  assert.deepEqual([isNew(first), isNew(again)], [true, false]);
  assert.match(
    first.summary,
    /^"user" asked .* \(GetId\) and was answered in .*: "user" is us-west/,
  );
});

test('a guest where none is taken, and a token that is garbage, are refused at the login', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  for (const [token, who] of [
    [undefined, 'Somebody'],
    ['GARBAGE', 'Somebody'],
  ] as const) {
    const body = { IdentityPoolId: POOL_ID, ...logins(token) };
    const trace = await lastOf(fixture, 'GetId', body);
    assert.deepEqual(outcomes(trace), ['login refused', 'identity not reached']);
    assert.ok(trace.summary.startsWith(`${who} asked`), trace.summary);
    assert.ok(trace.errorType !== undefined && !JSON.stringify(trace).includes('GARBAGE'));
  }
});

test('a token of the basic flow is told by what it says, and never shown', async () => {
  const pools = [aPool({ allowClassicFlow: true, roleMappings: [] })];
  const fixture = setUpIdentity({ tokens: TOKENS, pools });
  const IdentityId = await identityOf(fixture, 'USER');
  const body = { IdentityId, ...logins('USER') };
  const trace = await lastOf(fixture, 'GetOpenIdToken', body);
  assert.deepEqual(outcomes(trace), ['login passed', 'identity passed', 'token passed']);
  assert.match(trace.steps[2]?.detail ?? '', /amr: authenticated, cognito-idp/);
  assert.ok(!JSON.stringify(trace).includes('eyJ'));
  const unlinked = await lastOf(fixture, 'UnlinkIdentity', {
    ...body,
    LoginsToRemove: [PROVIDER],
  });
  assert.deepEqual(outcomes(unlinked), ['login passed', 'identity passed']);
});

test('what no operation answers leaves a trace too: an unknown name, an ordered answer', async () => {
  const fixture = setUpIdentity();
  await fixture.call('Nonsense', {});
  const [unknown] = fixture.traces.page(1).traces;
  assert.equal(unknown?.operation, undefined);
  assert.match(unknown?.summary ?? '', /^Somebody called something that .* 404 UnknownOperation/);
  fixture.service.fail?.('throttled', {
    requestId: 'ordered',
    method: 'POST',
    rawPath: '/',
    rawQuery: '',
    rawHeaders: [['x-amz-target', 'AWSCognitoIdentityService.GetId']],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
    laboratory: { delayMs: 300, heldMs: 301, withoutCors: false },
  });
  const ordered = fixture.traces.find('ordered');
  assert.ok(ordered);
  assert.deepEqual(outcomes(ordered), [
    'laboratory refused',
    'login not reached',
    'identity not reached',
  ]);
  assert.ok(ordered.durationMs >= 301);
  assert.match(ordered.summary, /held back by the laboratory\): the laboratory was told to answer/);
});
