import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openDatabase } from '../../store/database';
import {
  aPool,
  aPoolWithGuests,
  CLIENT_ID,
  identityOf,
  logins,
  POOL_ID,
  PROVIDER,
  setUpIdentity,
  valid,
} from '../testing/identity-fixture';

const TOKENS = { USER: valid('user'), USER_AGAIN: valid('user'), ADMIN: valid('admin') };

test('the same login has the same identity, another login another', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  const user = await identityOf(fixture, 'USER');
  assert.match(
    user,
    /^us-west-2:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  assert.equal(await identityOf(fixture, 'USER_AGAIN'), user);
  assert.notEqual(await identityOf(fixture, 'ADMIN'), user);
});

test('an identity outlives a restart', async () => {
  const database = openDatabase(':memory:');
  const before = await identityOf(setUpIdentity({ tokens: TOKENS, database }), 'USER');
  assert.equal(await identityOf(setUpIdentity({ tokens: TOKENS, database }), 'USER'), before);
});

test('the log line says who became whom, and holds no token', async () => {
  const { response } = await setUpIdentity({ tokens: { 'ey.to.ken': valid('user') } }).call(
    'GetId',
    {
      IdentityPoolId: POOL_ID,
      ...logins('ey.to.ken'),
    },
  );
  assert.match(response.decision, /^200 GetId: "user" is us-west-2:[0-9a-f-]{36}, new$/);
  assert.doesNotMatch(response.decision, /ey\.to\.ken/);
});

test('guests are refused unless the pool takes them, and then each is a new identity', async () => {
  const refused = await setUpIdentity().call('GetId', { IdentityPoolId: POOL_ID });
  assert.equal(refused.status, 400);
  assert.equal(
    refused.said,
    'NotAuthorizedException: Unauthenticated access is not supported for this identity pool.',
  );
  const fixture = setUpIdentity({ pools: [aPoolWithGuests()] });
  assert.notEqual(await identityOf(fixture), await identityOf(fixture));
});

test('a pool that is not here is not found', async () => {
  const id = 'us-west-2:99999999-2222-4333-8444-555555555555';
  const { said } = await setUpIdentity().call('GetId', { IdentityPoolId: id });
  assert.equal(said, `ResourceNotFoundException: IdentityPool '${id}' not found.`);
});

const OTHER_POOL = 'cognito-idp.us-west-2.amazonaws.com/us-west-2_Other1234';
const REFUSED = {
  EXPIRED: [
    { kind: 'expired', nowSeconds: 200, expSeconds: 100 },
    'Invalid login token. Token expired: 200 >= 100',
  ],
  'ACCESS.to.ken': [
    { kind: 'not-an-id-token' },
    'Invalid login token. Not a valid OpenId Connect identity token.',
  ],
  garbage: [{ kind: 'not-an-id-token' }, 'Invalid login token. Not a Cognito token.'],
  FORGED: [{ kind: 'bad-signature' }, "Invalid login token. Couldn't verify signed token."],
  FOREIGN: [{ kind: 'unknown-issuer' }, "Invalid login token. Issuer doesn't match providerName"],
  OTHER_POOL: [
    valid('user', {}, { providerName: OTHER_POOL }),
    "Invalid login token. Issuer doesn't match providerName",
  ],
  OTHER_CLIENT: [
    valid('user', {}, { clientId: 'another' }),
    'Token is not from a supported provider of this identity pool.',
  ],
  NO_SUB: [
    valid('user', { sub: undefined }),
    'Invalid login token. Not a valid OpenId Connect identity token.',
  ],
} as const;

for (const [token, [verdict, message]] of Object.entries(REFUSED)) {
  test(`a login with the token ${token} is refused: ${message}`, async () => {
    const fixture = setUpIdentity({ tokens: { [token]: verdict } });
    const { status, said } = await fixture.call('GetId', {
      IdentityPoolId: POOL_ID,
      ...logins(token),
    });
    assert.equal(status, 400);
    assert.equal(said, `NotAuthorizedException: ${message}`);
  });
}

test('a provider that the pool does not have is refused before its token is looked at', async () => {
  const { said } = await setUpIdentity({ tokens: TOKENS }).call('GetId', {
    IdentityPoolId: POOL_ID,
    Logins: { 'accounts.google.com': 'USER' },
  });
  assert.equal(
    said,
    'NotAuthorizedException: Token is not from a supported provider of this identity pool.',
  );
});

test('ServerSideTokenCheck refuses a token whose user has signed out; without it the token still counts', async () => {
  const request = { IdentityPoolId: POOL_ID, ...logins('USER') };
  const provider = { providerName: PROVIDER, clientId: CLIENT_ID, serverSideTokenCheck: true };
  const setUp = { tokens: TOKENS, inactive: ['user'] };
  const checked = setUpIdentity({ ...setUp, pools: [aPool({ providers: [provider] })] });
  assert.equal(
    (await checked.call('GetId', request)).said,
    'NotAuthorizedException: Token is inactive',
  );
  assert.equal((await setUpIdentity(setUp).call('GetId', request)).said, 'ok');
});

test('an account that is not the stack’s has no such pool', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  const ask = async (AccountId: string): Promise<string> =>
    (await fixture.call('GetId', { IdentityPoolId: POOL_ID, AccountId, ...logins('USER') })).said;
  assert.equal(await ask('123456789012'), 'ok');
  assert.equal(
    await ask('999999999999'),
    `ResourceNotFoundException: IdentityPool '${POOL_ID}' not found.`,
  );
});

const INVALID: readonly (readonly [body: object, problem: string])[] = [
  [{}, "Value null at 'identityPoolId' failed to satisfy constraint: Member must not be null"],
  [
    { IdentityPoolId: 'pool' },
    "Value 'pool' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+",
  ],
  [
    { IdentityPoolId: POOL_ID, AccountId: '1234567890123456' },
    "Value '1234567890123456' at 'accountId' failed to satisfy constraint: Member must have length less than or equal to 15",
  ],
  [
    { IdentityPoolId: POOL_ID, Logins: { [PROVIDER]: '' } },
    `Value at 'logins.${PROVIDER}.member' failed to satisfy constraint: Member must have length greater than or equal to 1`,
  ],
  [
    {
      IdentityPoolId: POOL_ID,
      Logins: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`p${at}`, 't'])),
    },
    "Value at 'logins' failed to satisfy constraint: Member must have length less than or equal to 10",
  ],
  [
    { IdentityPoolId: POOL_ID, Logins: { ['p'.repeat(129)]: 't' } },
    "Value at 'logins' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]",
  ],
];

for (const [body, problem] of INVALID) {
  test(`refuses a request: ${problem.slice(0, 90)}`, async () => {
    const { status, said } = await setUpIdentity().call('GetId', body);
    assert.equal(status, 400);
    assert.equal(said, `ValidationException: 1 validation error detected: ${problem}`);
  });
}
