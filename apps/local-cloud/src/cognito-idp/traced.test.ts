import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Trace } from '../trace/trace';
import {
  aSeedUser,
  CLIENT_ID,
  PASSWORD,
  record,
  setUpIdp,
  text,
  type Fixture,
} from './testing/idp-fixture';
import { signIn } from './testing/sign-in';

/** Oldest first. */
const tracesOf = ({ traces }: Fixture): readonly Trace[] => traces.page(200).traces;

/** The newest. */
function lastOf(fixture: Fixture): Trace {
  const trace = tracesOf(fixture).at(-1);
  assert.ok(trace);
  return trace;
}

function askedIn({ steps }: Trace) {
  const step = steps.find(({ name }) => name === 'operation');
  assert.ok(step?.name === 'operation');
  return step;
}

test('each step of a sign-in leaves a trace: who, of which pool, by which client, and what came of it', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('user')] });
  await signIn(fixture);
  const [first, second] = tracesOf(fixture);
  assert.deepEqual(
    [first?.operation, second?.operation],
    ['InitiateAuth', 'RespondToAuthChallenge'],
  );
  assert.ok(second);
  const { outcome, facts } = askedIn(second);
  assert.equal(outcome, 'passed');
  assert.deepEqual(
    [facts?.userPool, facts?.client, facts?.username],
    ['gatehouse-dev-users', 'web', 'user'],
  );
  assert.match(
    second.summary,
    /^"user" called RespondToAuthChallenge of user pool gatehouse-dev-users, by client web and was answered in .*: "user" proved the password/,
  );
});

test('a wrong password is refused with its reason, and no proof is in the trace', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('user')] });
  await signIn(fixture, { password: 'Wrong1234?' });
  const trace = lastOf(fixture);
  assert.equal(askedIn(trace).outcome, 'refused');
  assert.equal(trace.errorType, 'NotAuthorizedException');
  assert.match(trace.summary, /^"user" called .* was refused with 400 NotAuthorizedException/);
});

test('a token tells who asks once it is accepted, and nobody before', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('user')] });
  const tokens = record((await signIn(fixture)).body, 'AuthenticationResult');
  await fixture.call('GetUser', { AccessToken: text(tokens, 'AccessToken') });
  assert.equal(askedIn(lastOf(fixture)).facts?.username, 'user');
  await fixture.call('InitiateAuth', {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId: CLIENT_ID,
    AuthParameters: { REFRESH_TOKEN: text(tokens, 'RefreshToken') },
  });
  assert.equal(askedIn(lastOf(fixture)).facts?.username, 'user');
  const forged = `${text(tokens, 'AccessToken').slice(0, -8)}AAAAAAAA`;
  await fixture.call('GetUser', { AccessToken: forged });
  const refused = lastOf(fixture);
  assert.equal(askedIn(refused).facts?.username, undefined);
  assert.match(refused.summary, /^Somebody called GetUser of a user pool that is not known/);
});

test('no trace holds a password, a proof or a token', async () => {
  const fixture = setUpIdp();
  await fixture.call('SignUp', {
    ClientId: CLIENT_ID,
    Username: 'ada',
    Password: PASSWORD,
    UserAttributes: [
      { Name: 'name', Value: 'Ada' },
      { Name: 'email', Value: 'ada@example.com' },
    ],
  });
  const seeded = setUpIdp({ users: [aSeedUser('user')] });
  const tokens = record((await signIn(seeded)).body, 'AuthenticationResult');
  const all = JSON.stringify([...tracesOf(fixture), ...tracesOf(seeded)]);
  for (const secret of [PASSWORD, text(tokens, 'AccessToken'), text(tokens, 'RefreshToken'), 'eyJ'])
    assert.ok(!all.includes(secret));
  assert.ok(all.includes('ada'));
});

test('what is asked of no operation leaves a trace as well', async () => {
  const fixture = setUpIdp();
  await fixture.call('AdminGetUser', {});
  const [trace] = tracesOf(fixture);
  assert.equal(trace?.operation, 'AdminGetUser');
  assert.match(trace.summary, /501 NotEmulatedException/);
});
