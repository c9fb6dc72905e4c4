import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  aSeedUser,
  CLIENT_ID,
  PASSWORD,
  POOL_ID,
  record,
  setUpIdp,
  text,
} from './testing/idp-fixture';
import { signIn } from './testing/sign-in';

const NEW_USER = {
  username: 'Ada',
  password: PASSWORD,
  attributes: new Map([
    ['name', 'Ada'],
    ['email', 'ada@example.com'],
  ]),
  groups: ['admin'],
};

test('a user whom an administrator made signs in at once, with their groups', async () => {
  const fixture = setUpIdp();
  fixture.idp.administration.create(POOL_ID, NEW_USER);
  assert.equal((await signIn(fixture, { username: 'ada' })).said, 'ok');
  assert.deepEqual(
    fixture.idp.administration
      .list(POOL_ID, '', 10)
      .map(({ username, groups, status, enabled }) => ({ username, groups, status, enabled })),
    [{ username: 'ada', groups: ['admin'], status: 'CONFIRMED', enabled: true }],
  );
});

for (const [what, over, said] of [
  ['a weak password', { password: 'short' }, /InvalidPasswordException|not long enough/],
  ['a missing attribute', { attributes: new Map([['name', 'Ada']]) }, /email: The attribute/],
  ['an attribute outside the schema', { attributes: new Map([['shoe', '44']]) }, /shoe/],
  ['a group that the pool has not', { groups: ['nobody'] }, /no group nobody/],
  ['a name that is taken, in other letters', { username: 'USER' }, /already exists/],
] as const) {
  test(`makes no user of ${what}`, () => {
    const { idp } = setUpIdp({ users: [aSeedUser('user')] });
    assert.throws(() => {
      idp.administration.create(POOL_ID, { ...NEW_USER, ...over });
    }, said);
    assert.equal(idp.administration.count(POOL_ID), 1);
  });
}

test('a disabled user is refused with the right password only, and the sessions they had have ended', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('user')] });
  const { administration } = fixture.idp;
  const { body } = await signIn(fixture);
  const refresh = () =>
    fixture.call('InitiateAuth', {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: CLIENT_ID,
      AuthParameters: { REFRESH_TOKEN: text(record(body, 'AuthenticationResult'), 'RefreshToken') },
    });
  assert.equal((await refresh()).said, 'ok');
  administration.disable(POOL_ID, 'user');
  assert.match((await signIn(fixture)).said, /^NotAuthorizedException.* User is disabled\.$/);
  assert.match((await signIn(fixture, { password: 'Wrong1234?' })).said, /Incorrect username/);
  assert.match((await refresh()).said, /revoked/);
  administration.enable(POOL_ID, 'user');
  assert.equal((await signIn(fixture)).said, 'ok');
});

test('confirms without a code, once, and the code is good for nothing afterwards', async () => {
  const fixture = setUpIdp();
  const { administration, outbox } = fixture.idp;
  await fixture.call('SignUp', {
    ClientId: CLIENT_ID,
    Username: 'ada',
    Password: PASSWORD,
    UserAttributes: [...NEW_USER.attributes].map(([Name, Value]) => ({ Name, Value })),
  });
  assert.match((await signIn(fixture, { username: 'ada' })).said, /not confirmed/);
  administration.confirm(POOL_ID, 'ada');
  assert.equal((await signIn(fixture, { username: 'ada' })).said, 'ok');
  assert.throws(() => {
    administration.confirm(POOL_ID, 'ada');
  }, /Current status is CONFIRMED/);
  // Nobody has read the mail: the address is as unverified as it was.
  assert.equal(administration.list(POOL_ID, '', 1)[0]?.attributes.email_verified, 'false');
  assert.equal(outbox.list().length, 1);
});

test('gives a user these groups and no others, and none that the pool has not', () => {
  const { idp } = setUpIdp({ users: [aSeedUser('user', { groups: ['admin'] })] });
  const groups = () => idp.administration.list(POOL_ID, '', 1)[0]?.groups;
  assert.throws(() => {
    idp.administration.setGroups(POOL_ID, 'user', ['admin', 'nobody']);
  }, /no group nobody/);
  assert.deepEqual(groups(), ['admin']);
  idp.administration.setGroups(POOL_ID, 'user', []);
  assert.deepEqual(groups(), []);
});

test('who is removed is gone with their sessions, and may come again', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('user')] });
  const { administration } = fixture.idp;
  const { body } = await signIn(fixture);
  administration.remove(POOL_ID, 'user');
  const AccessToken = text(record(body, 'AuthenticationResult'), 'AccessToken');
  assert.notEqual((await fixture.call('GetUser', { AccessToken })).said, 'ok');
  assert.match((await signIn(fixture)).said, /Incorrect username or password/);
  administration.create(POOL_ID, { ...NEW_USER, username: 'user' });
  assert.equal((await signIn(fixture)).said, 'ok');
});

test('lists by the beginning of the name, and no more than asked for', () => {
  const users = ['ada', 'adam', 'a_am', 'bob'].map((name) => aSeedUser(name));
  const { administration } = setUpIdp({ users }).idp;
  const names = (beginning: string, limit: number) =>
    administration.list(POOL_ID, beginning, limit).map(({ username }) => username);
  assert.deepEqual(names('AD', 10), ['ada', 'adam']);
  assert.deepEqual(names('a_', 10), ['a_am']);
  assert.deepEqual(names('', 2), ['a_am', 'ada']);
});

test('refuses a pool and a user that there are not', () => {
  const { administration } = setUpIdp().idp;
  assert.throws(() => administration.list('us-west-2_none', '', 1), /does not exist/);
  for (const change of ['confirm', 'enable', 'disable', 'remove'] as const) {
    assert.throws(() => {
      administration[change](POOL_ID, 'nobody');
    }, /User does not exist/);
  }
});
