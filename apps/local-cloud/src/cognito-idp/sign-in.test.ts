import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  aClient,
  aPool,
  aSeedUser,
  CLIENT_ID,
  record,
  setUpIdp,
  text,
} from './testing/idp-fixture';
import { signIn, startSignIn } from './testing/sign-in';

const INCORRECT = 'NotAuthorizedException: Incorrect username or password.';
const USERS = [aSeedUser('user'), aSeedUser('ada')];

test('signs in who proves the password, without a session in the challenge', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { srpA } = { srpA: '2' };
  const first = await fixture.call('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: CLIENT_ID,
    AuthParameters: { USERNAME: 'user', SRP_A: srpA },
  });
  assert.deepEqual(Object.keys(first.body), ['ChallengeName', 'ChallengeParameters']);
  assert.equal(first.body.ChallengeName, 'PASSWORD_VERIFIER');
  const parameters = record(first.body, 'ChallengeParameters');
  assert.match(text(parameters, 'SALT'), /^[\da-f]{32}$/);
  assert.match(text(parameters, 'SECRET_BLOCK'), /^AgV4/);
  assert.equal(parameters.USERNAME, 'user');
  assert.equal(parameters.USER_ID_FOR_SRP, 'user');

  const { status, body } = await signIn(fixture);
  assert.equal(status, 200);
  assert.deepEqual(body.ChallengeParameters, {});
  const result = record(body, 'AuthenticationResult');
  assert.deepEqual(Object.keys(result).sort(), [
    'AccessToken',
    'ExpiresIn',
    'IdToken',
    'RefreshToken',
    'TokenType',
  ]);
  assert.equal(result.ExpiresIn, 3600);
  assert.equal(result.TokenType, 'Bearer');
});

test('agrees with an independent client over many salts, secrets and passwords', async () => {
  const passwords = ['House1234?', 'Pässwörd1!', 'P4$$wörd-語', `A1!${'z'.repeat(253)}`];
  const users = passwords.map((password, index) => aSeedUser(`u${index}`, { password }));
  const fixture = setUpIdp({ users });
  for (const [index, password] of passwords.entries()) {
    for (let round = 0; round < 3; round += 1) {
      const { said } = await signIn(fixture, { username: `u${index}`, password });
      assert.equal(said, 'ok');
    }
  }
});

test('refuses a wrong password in the same words as an unknown user', async () => {
  const fixture = setUpIdp({ users: USERS });
  const wrong = await signIn(fixture, { password: 'House1234!' });
  const unknown = await signIn(fixture, { username: 'nobody' });
  assert.equal(wrong.said, INCORRECT);
  assert.equal(unknown.said, INCORRECT);
  assert.equal(wrong.status, 400);
  assert.deepEqual(unknown.response.body, wrong.response.body);
  assert.deepEqual(unknown.response.headers, wrong.response.headers);
});

test('simulates the same unknown user each time, also after a restart, in the shape of a real one', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { challenge: real } = await startSignIn(fixture);
  const { challenge: first } = await startSignIn(fixture, { username: 'nobody' });
  const restarted = setUpIdp({ database: fixture.database });
  const { challenge: again } = await startSignIn(restarted, { username: 'NoBody' });
  const { challenge: other } = await startSignIn(fixture, { username: 'somebody' });
  assert.equal(again.SALT, first.SALT);
  assert.equal(again.USER_ID_FOR_SRP, first.USER_ID_FOR_SRP);
  assert.notEqual(other.SALT, first.SALT);
  assert.notEqual(again.SRP_B, first.SRP_B);
  assert.match(
    first.USER_ID_FOR_SRP,
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
  assert.deepEqual(Object.keys(first), Object.keys(real));
  assert.equal(first.SALT.length, real.SALT.length);
});

test('tells at once that a user does not exist where the client does not hide it', async () => {
  const pools = [aPool({ clients: [aClient({ preventUserExistenceErrors: 'LEGACY' })] })];
  const { call } = setUpIdp({ pools });
  const { said } = await call('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: CLIENT_ID,
    AuthParameters: { USERNAME: 'nobody', SRP_A: '2' },
  });
  assert.equal(said, 'UserNotFoundException: User does not exist.');
});

test('refuses an altered secret block, a foreign signature and an answer for another user', async () => {
  const fixture = setUpIdp({ users: USERS });
  const { challenge } = await startSignIn(fixture);
  const altered = Buffer.from(challenge.SECRET_BLOCK, 'base64');
  altered.writeUInt8(altered.readUInt8(40) ^ 1, 40);
  const attempts = [
    { PASSWORD_CLAIM_SECRET_BLOCK: altered.toString('base64') },
    { PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK },
    { PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64') },
    { PASSWORD_CLAIM_SIGNATURE: 'AA==' },
    { USERNAME: 'ada' },
  ];
  for (const responses of attempts) {
    const { said } = await signIn(fixture, { responses });
    assert.equal(said, INCORRECT, JSON.stringify(responses));
    fixture.clock.nowMs += 16 * 60_000;
  }
});

test('refuses a zero before the day and a wrong weekday, though the signature fits', async () => {
  const fixture = setUpIdp({ users: USERS });
  for (const timestamp of ['Tue Sep 01 07:04:09 UTC 2026', 'Wed Sep 1 07:04:09 UTC 2026']) {
    assert.equal((await signIn(fixture, { timestamp })).said, INCORRECT);
  }
});

test('takes one answer per challenge, right or wrong, and none after its time', async () => {
  const fixture = setUpIdp({ users: USERS });
  const used = await startSignIn(fixture);
  assert.equal((await used.answer()).said, 'ok');
  assert.equal((await used.answer()).said, INCORRECT);
  const spoiled = await startSignIn(fixture);
  assert.equal((await spoiled.answer({ password: 'wrong' })).said, INCORRECT);
  assert.equal((await spoiled.answer()).said, INCORRECT);
  const late = await startSignIn(fixture);
  fixture.clock.nowMs += 180_000;
  assert.equal((await late.answer()).said, INCORRECT);
});

test('refuses a challenge of another client', async () => {
  const other = aClient({ id: 'other', address: 'aws_cognito_user_pool_client.other' });
  const fixture = setUpIdp({ pools: [aPool({ clients: [aClient(), other] })], users: USERS });
  const { answer } = await startSignIn(fixture);
  assert.equal((await answer({ clientId: 'other' })).said, INCORRECT);
  assert.equal((await answer()).said, 'ok');
});

test('takes usernames in any casing where the pool ignores it, and only there', async () => {
  const folded = setUpIdp({ users: [aSeedUser('User')] });
  assert.equal((await signIn(folded, { username: 'USER' })).said, 'ok');
  const exact = setUpIdp({
    pools: [aPool({ usernameCaseSensitive: true })],
    users: [aSeedUser('User')],
  });
  assert.equal((await signIn(exact, { username: 'User' })).said, 'ok');
  assert.equal((await signIn(exact, { username: 'user' })).said, INCORRECT);
});
