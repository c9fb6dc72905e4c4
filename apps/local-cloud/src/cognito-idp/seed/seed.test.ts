import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { decodeJwt } from 'jose';

import { BootError } from '../../boot-error';
import { aPool, aSeedUser, setUpIdp } from '../testing/idp-fixture';
import { signIn, tokensOf } from '../testing/sign-in';
import { createUserStore } from '../store/user-store';
import { parseSeed } from './parse-seed';

const DEMO = readFileSync(new URL('../../../seed.json', import.meta.url), 'utf8');

test('makes the demo accounts, confirmed, the administrator in the group', async () => {
  const fixture = setUpIdp({ users: parseSeed(DEMO, 'seed.json') });
  const user = decodeJwt((await tokensOf(fixture)).IdToken);
  const admin = decodeJwt((await tokensOf(fixture, { username: 'admin' })).IdToken);
  assert.equal(user.email, 'user@example.com');
  assert.equal(user['cognito:groups'], undefined);
  assert.deepEqual(admin['cognito:groups'], ['admin']);
  assert.deepEqual(fixture.lines, []);
});

test('leaves users alone who are there already', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('user', { password: 'Changed123?' })] });
  const restarted = setUpIdp({ database: fixture.database, users: parseSeed(DEMO, 'seed.json') });
  assert.equal((await signIn(restarted, { password: 'Changed123?' })).said, 'ok');
  assert.match((await signIn(restarted)).said, /Incorrect/);
  assert.equal((await signIn(restarted, { username: 'admin' })).said, 'ok');
});

test('skips, with a line each, who asks for what the pool lacks', async () => {
  const fixture = setUpIdp({
    pools: [aPool({ groups: [] })],
    users: [
      aSeedUser('grouped', { groups: ['admin'] }),
      aSeedUser('shod', {
        attributes: new Map([
          ['name', 'x'],
          ['email', 'x@y.z'],
          ['shoe', '44'],
        ]),
      }),
      aSeedUser('weak', { password: 'weak' }),
      aSeedUser('user'),
    ],
  });
  assert.deepEqual(fixture.lines, [
    'seed: "grouped" is skipped in aws_cognito_user_pool.users: the pool has no group admin',
    'seed: "shod" is skipped in aws_cognito_user_pool.users: Attributes did not conform to the schema: shoe: Attribute does not exist in the schema.',
    'seed: "weak" is skipped in aws_cognito_user_pool.users: Password did not conform with policy: Password not long enough',
  ]);
  assert.equal((await signIn(fixture)).said, 'ok');
});

test('makes each user in the pool they name, and in the first one who names none', () => {
  const pools = [
    aPool(),
    aPool({
      address: 'aws_cognito_user_pool.staff',
      id: 'us-west-2_Staff0000',
      name: 'staff',
      clients: [],
    }),
  ];
  const fixture = setUpIdp({
    pools,
    users: [
      aSeedUser('user'),
      aSeedUser('clerk', { pool: 'staff' }),
      aSeedUser('owner', { pool: 'aws_cognito_user_pool.staff' }),
      aSeedUser('ghost', { pool: 'crew' }),
    ],
  });
  assert.deepEqual(fixture.lines, ['seed: "ghost" is skipped: the stack has no user pool crew']);
  const users = createUserStore(fixture.database);
  const poolsOf = (username: string): readonly string[] =>
    pools.filter(({ id }) => users.find(id, username) !== undefined).map(({ name }) => name);
  assert.deepEqual(['user', 'clerk', 'owner'].map(poolsOf), [
    [pools[0]?.name],
    ['staff'],
    ['staff'],
  ]);
});

test('refuses a malformed file in one sentence that says where', () => {
  const malformed: readonly [string, RegExp][] = [
    ['{', /^The seed file demo\.json is not JSON\. Expected/],
    ['[]', /has no list "users"/],
    ['{"users":[1]}', /holds no object at users\[0\]/],
    ['{"users":[{"username":"","password":"x"}]}', /at users\[0\]\.username/],
    ['{"users":[{"username":"a b","password":"x"}]}', /at users\[0\]\.username/],
    ['{"users":[{"username":"a","password":"x","pool":""}]}', /at users\[0\]\.pool/],
    ['{"users":[{"username":"a"}]}', /at users\[0\]\.password/],
    ['{"users":[{"username":"a","password":"x","attributes":{"n":1}}]}', /users\[0\]\.attributes/],
    ['{"users":[{"username":"a","password":"x","groups":"admin"}]}', /at users\[0\]\.groups/],
  ];
  for (const [text, message] of malformed) {
    assert.throws(
      () => parseSeed(text, 'demo.json'),
      (error) => error instanceof BootError && message.test(error.message),
    );
  }
});
