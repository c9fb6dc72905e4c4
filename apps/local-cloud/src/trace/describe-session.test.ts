import assert from 'node:assert/strict';
import test from 'node:test';

import {
  aPool,
  aPoolWithGuests,
  aRole,
  identityOf,
  logins,
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
