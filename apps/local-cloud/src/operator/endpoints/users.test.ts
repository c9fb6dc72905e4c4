import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PASSWORD, POOL_ID } from '../../cognito-idp/testing/idp-fixture';
import { signIn } from '../../cognito-idp/testing/sign-in';
import type { UserPoolAnswer, UsersAnswer } from '../answers';
import { operate, type OperatorFixture } from '../testing/operate';

const USERS = `/user-pools/${POOL_ID}/users`;
const ADA = {
  username: 'ada',
  password: PASSWORD,
  attributes: { name: 'Ada', email: 'ada@example.com' },
  groups: ['admin'],
};

async function poolOf(operator: OperatorFixture, query = ''): Promise<UserPoolAnswer> {
  const { body } = await operator.ask('GET', `/users${query}`);
  const pool = (body as UsersAnswer).pools[0];
  assert(pool);
  return pool;
}

const namesIn = ({ users }: UserPoolAnswer) => users.map(({ username }) => username);

test('lists the users of each pool with what a new one needs', async () => {
  const pool = await poolOf(operate());
  assert.deepEqual(namesIn(pool), ['admin', 'user']);
  assert.deepEqual(pool.requiredAttributes, ['name', 'email']);
  assert.deepEqual(pool.groups, [
    {
      name: 'admin',
      precedence: 10,
      role: 'arn:aws:iam::000000000000:role/gatehouse-dev-admin',
      members: 1,
    },
  ]);
  assert.match(pool.passwordRules.join(', '), /at least 8 characters, an upper case letter/);
});

test('lists those whose names begin so, up to a limit, and says how many there are', async () => {
  const operator = operate();
  assert.deepEqual(namesIn(await poolOf(operator, '?beginning=us')), ['user']);
  const found = await poolOf(operator, '?beginning=us');
  // Of the pool, also of those who are not looked for.
  assert.deepEqual([found.groups[0]?.members, found.total], [1, 2]);
  const one = await poolOf(operator, '?limit=1');
  assert.deepEqual([namesIn(one), one.total], [['admin'], 2]);
});

test('makes a user who can sign in, and shows no password', async () => {
  const operator = operate();
  const made = await operator.ask('POST', USERS, ADA);
  assert.deepEqual([made.status, made.body], [200, { created: 'ada' }]);
  assert.equal((await signIn(operator.idp, { username: 'ada' })).said, 'ok');
  const listed = JSON.stringify(await operator.ask('GET', '/users'));
  assert.doesNotMatch(listed, new RegExp(PASSWORD.replace('?', '\\?')));
});

for (const [what, body, status, said] of [
  ['no username', { ...ADA, username: '' }, 400, /"username" must be a text of 1 to 128/],
  ['a username that is too long', { ...ADA, username: 'a'.repeat(129) }, 400, /not a text of 129/],
  ['a password that is no text', { ...ADA, password: 7 }, 400, /"password" must be .* not number/],
  ['a weak password', { ...ADA, password: 'short' }, 400, /Password not long enough/],
  ['attributes in a list', { ...ADA, attributes: ['a'] }, 400, /"attributes" must be an object/],
  [
    'an attribute that is no text',
    { ...ADA, attributes: { name: 1 } },
    400,
    /object of at most 64/,
  ],
  ['no email', { ...ADA, attributes: { name: 'Ada' } }, 400, /email: The attribute is required/],
  ['groups that are no list', { ...ADA, groups: 'admin' }, 400, /"groups" must be a list/],
  ['too many groups', { ...ADA, groups: Array(101).fill('a') }, 400, /not a list of 101/],
  ['an unknown group', { ...ADA, groups: ['nobody'] }, 404, /no group nobody/],
  ['a name that is taken', { ...ADA, username: 'user' }, 409, /already exists/],
] as const) {
  test(`makes no user of ${what}: ${String(status)}`, async () => {
    const operator = operate();
    const answer = await operator.ask('POST', USERS, body);
    assert.equal(answer.status, status);
    assert.match(JSON.stringify(answer.body).replaceAll('\\"', '"'), said);
    assert.equal((await poolOf(operator)).total, 2);
  });
}

test('puts a user into groups, disables, enables and deletes them', async () => {
  const operator = operate();
  const change = async (method: string, path: string, body?: object): Promise<void> => {
    assert.equal((await operator.ask(method, `${USERS}/user${path}`, body)).status, 200);
  };
  const user = async () => (await poolOf(operator, '?beginning=user')).users[0];
  await change('PUT', '/groups', { groups: ['admin', 'admin'] });
  assert.deepEqual((await user())?.groups, ['admin']);
  await change('PUT', '/enabled', { enabled: false });
  assert.equal((await user())?.enabled, false);
  await change('PUT', '/enabled', { enabled: true });
  assert.equal((await user())?.enabled, true);
  await change('DELETE', '');
  assert.equal(await user(), undefined);
});

for (const [what, method, path, body, status] of [
  ['groups that the pool has not', 'PUT', '/user/groups', { groups: ['nobody'] }, 404],
  ['groups that are no texts', 'PUT', '/user/groups', { groups: [7] }, 400],
  ['enabled that is neither', 'PUT', '/user/enabled', { enabled: 'no' }, 400],
  ['enabled left out', 'PUT', '/user/enabled', {}, 400],
  ['to confirm who is confirmed', 'POST', '/user/confirm', {}, 400],
  ['to confirm nobody', 'POST', '/nobody/confirm', {}, 404],
  ['to delete nobody', 'DELETE', '/nobody', {}, 404],
] as const) {
  test(`refuses ${what}: ${String(status)}`, async () => {
    const operator = operate();
    const before = await operator.ask('GET', '/users');
    assert.equal((await operator.ask(method, `${USERS}${path}`, body)).status, status);
    assert.deepEqual(await operator.ask('GET', '/users'), before);
  });
}

for (const query of ['limit=0', 'limit=501', 'limit=x', `beginning=${'a'.repeat(129)}`]) {
  test(`refuses to list with ${query.slice(0, 12)}`, async () => {
    assert.equal((await operate().ask('GET', `/users?${query}`)).status, 400);
  });
}

test('knows no pool of another name, and none at all when nothing is applied', async () => {
  const elsewhere = await operate().ask('POST', '/user-pools/us-west-2_none/users', ADA);
  assert.equal(elsewhere.status, 404);
  const nothing = operate({ isApplied: false });
  assert.deepEqual((await nothing.ask('GET', '/users')).body, { pools: [] });
  assert.equal((await nothing.ask('POST', USERS, ADA)).status, 409);
});
