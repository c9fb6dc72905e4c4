import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aSeedUser, setUpIdp } from '../testing/idp-fixture';
import { signIn } from '../testing/sign-in';

const INCORRECT = 'NotAuthorizedException: Incorrect username or password.';
const EXCEEDED = 'NotAuthorizedException: Password attempts exceeded';
const USERS = [aSeedUser('user'), aSeedUser('ada')];

test('locks after five wrong passwords, doubling, and forgets after a success or 15 quiet minutes', async () => {
  const fixture = setUpIdp({ users: USERS });
  const attempt = async (username: string, password: string): Promise<string> =>
    (await signIn(fixture, { username, password })).said;
  for (const username of ['user', 'nobody']) {
    for (let failure = 1; failure <= 5; failure += 1) {
      assert.equal(await attempt(username, 'wrong'), INCORRECT);
    }
    assert.equal(await attempt(username, 'House1234?'), EXCEEDED, 'locked for a second');
    assert.equal(await attempt(username, 'wrong'), EXCEEDED, 'which does not count');
    fixture.clock.nowMs += 1000;
    assert.equal(await attempt(username, 'wrong'), INCORRECT);
    fixture.clock.nowMs += 1999;
    assert.equal(await attempt(username, 'wrong'), EXCEEDED, 'locked for two seconds');
  }
  assert.equal(await attempt('ada', 'House1234?'), 'ok', 'others are not locked');
  fixture.clock.nowMs += 1;
  assert.equal(await attempt('user', 'House1234?'), 'ok');
  for (let failure = 1; failure <= 4; failure += 1) await attempt('user', 'wrong');
  assert.equal(await attempt('user', 'House1234?'), 'ok', 'four failures lock nobody');
  for (let failure = 1; failure <= 5; failure += 1) await attempt('user', 'wrong');
  fixture.clock.nowMs += 15 * 60_000;
  assert.equal(await attempt('user', 'wrong'), INCORRECT, 'forgotten');
});

test('never locks for longer than 15 minutes', async () => {
  const fixture = setUpIdp({ users: USERS });
  for (let failure = 1; failure <= 20; failure += 1) {
    assert.equal((await signIn(fixture, { password: 'wrong' })).said, INCORRECT);
    const lockMs = failure < 5 ? 0 : 1000 * 2 ** (failure - 5);
    fixture.clock.nowMs += Math.min(lockMs, 15 * 60_000 - 1);
    if (lockMs >= 15 * 60_000) break;
  }
  assert.equal((await signIn(fixture)).said, EXCEEDED);
  fixture.clock.nowMs += 1;
  assert.equal((await signIn(fixture)).said, 'ok');
});
