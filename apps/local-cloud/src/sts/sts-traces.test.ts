import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aRole, roleArn } from '../cognito-identity/testing/identity-fixture';
import { setUpSts, type StsFixture } from './testing/sts-fixture';

async function assume(
  fixture: StsFixture,
  parameters: Readonly<Record<string, string>> = {},
): Promise<void> {
  await fixture.ask({
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: roleArn('member'),
    RoleSessionName: 'app-1',
    WebIdentityToken: parameters.WebIdentityToken ?? (await fixture.openIdToken('USER')),
    ...parameters,
  });
}

test('leaves a trace: whose token, which role and why, which statement trusts, which session', async () => {
  const fixture = setUpSts();
  await assume(fixture);
  const [trace] = fixture.traces.page(1).traces;
  assert.ok(trace?.service === 'sts' && trace.operation === 'AssumeRoleWithWebIdentity');
  assert.deepEqual(
    trace.steps.map(({ name, outcome }) => `${name} ${outcome}`),
    ['token passed', 'role passed', 'trust passed', 'session passed'],
  );
  assert.match(
    trace.summary,
    /^Identity us-west-2:.* asked STS .* got role member in .*: the caller/,
  );
  const trust = trace.steps.find((step) => step.name === 'trust');
  assert.equal(trust?.facts?.by?.sid, 'IdentityPool');
  assert.ok(!JSON.stringify(trace).includes('eyJ'));
});

test('a refusal leaves a trace that says at which step, and why', async () => {
  const untrusting = setUpSts({ roles: [aRole('member', 'unauthenticated')] });
  const trusting = setUpSts();
  for (const [fixture, parameters, step, why] of [
    [trusting, { WebIdentityToken: 'undefined' }, 'token', /not a valid JWT/],
    [trusting, { RoleArn: roleArn('nobody') }, 'role', /^The stack has no role/],
    [untrusting, {}, 'trust', /^The trust policy of role member has no statement/],
    [trusting, { DurationSeconds: '7200' }, 'session', /MaxSessionDuration/],
  ] as const) {
    await assume(fixture, parameters);
    const [trace] = fixture.traces.page(1).traces;
    const refused = trace?.steps.find(({ outcome }) => outcome === 'refused');
    assert.equal(refused?.name, step);
    assert.match(refused.detail, why);
  }
  await trusting.ask({ Action: 'AssumeRole' });
  const [notPlayed] = trusting.traces.page(1).traces;
  assert.match(notPlayed?.summary ?? '', /^Somebody called AssumeRole and was refused with 501/);
});

test('fails as ordered, in the words of STS', () => {
  const fixture = setUpSts();
  const answered = fixture.service.fail?.('throttled', {
    requestId: 'ordered',
    method: 'POST',
    rawPath: '/',
    rawQuery: '',
    rawHeaders: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: Buffer.from('Action=GetCallerIdentity&Version=2011-06-15'),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
  });
  assert.match(String(answered?.body), /<Code>Throttling<\/Code><Message>Rate exceeded/);
  const trace = fixture.traces.find('ordered');
  assert.deepEqual([trace?.service, trace?.operation], ['sts', 'GetCallerIdentity']);
  assert.equal(trace?.steps[0]?.name, 'laboratory');
});
