import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  aPool,
  aPoolWithGuests,
  aRole,
  CLIENT_ID,
  identityOf,
  logins,
  POOL_ID,
  PROVIDER,
  setUpIdentity,
  valid,
} from './testing/identity-fixture';
import type { Fixture, Reply } from './testing/identity-fixture';

const OTHER = 'cognito-idp.us-west-2.amazonaws.com/us-west-2_Other1234';
const TOKENS = {
  USER: valid('user'),
  ADMIN: valid('admin'),
  STAFF: valid('staff', {}, { providerName: OTHER }),
};
const LOGINS_DO_NOT_MATCH =
  "NotAuthorizedException: Logins don't match. Please include at least one valid login for this identity or identity pool.";
const CONFLICT = 'ResourceConflictException: The login is already linked to another identity.';

/** Two user pools in one identity pool, and guests. */
function aFixture(): Fixture {
  const second = { providerName: OTHER, clientId: CLIENT_ID, serverSideTokenCheck: false };
  const pool = aPoolWithGuests();
  return setUpIdentity({
    tokens: TOKENS,
    pools: [{ ...pool, providers: [...pool.providers, second] }],
    roles: [aRole('guest', 'unauthenticated'), aRole('member')],
  });
}

const BOTH = { Logins: { [PROVIDER]: 'USER', [OTHER]: 'STAFF' } };
const STAFF = { Logins: { [OTHER]: 'STAFF' } };

const credentials = (fixture: Fixture, IdentityId: string, more: object): Promise<Reply> =>
  fixture.call('GetCredentialsForIdentity', { IdentityId, ...more });

async function idOf(fixture: Fixture, more: object): Promise<string> {
  const { body, said } = await fixture.call('GetId', { IdentityPoolId: POOL_ID, ...more });
  return said === 'ok' ? String(body.IdentityId) : said;
}

test('a guest who signs in for the first time keeps the identity', async () => {
  const fixture = aFixture();
  const guest = await identityOf(fixture);
  const { body, said } = await credentials(fixture, guest, logins('USER'));
  assert.equal(said, 'ok');
  assert.equal(body.IdentityId, guest);
  assert.equal(await identityOf(fixture, 'USER'), guest);
  assert.equal(
    (await credentials(fixture, guest, {})).said,
    `NotAuthorizedException: Access to Identity '${guest}' is forbidden.`,
  );
});

test('a guest whose login has an identity becomes that identity, and the guest’s is closed', async () => {
  const fixture = aFixture();
  const user = await identityOf(fixture, 'USER');
  const guest = await identityOf(fixture);
  const { body, said } = await credentials(fixture, guest, logins('USER'));
  assert.equal(said, 'ok');
  assert.equal(body.IdentityId, user);
  for (const more of [{}, logins('USER'), logins('ADMIN')]) {
    assert.equal(
      (await credentials(fixture, guest, more)).said,
      `NotAuthorizedException: Access to Identity '${guest}' is forbidden.`,
    );
  }
});

test('several logins at once are one identity, whichever of them comes back', async () => {
  const fixture = aFixture();
  const both = await idOf(fixture, BOTH);
  assert.equal(await idOf(fixture, STAFF), both);
  assert.equal(await identityOf(fixture, 'USER'), both);
  const { body } = await credentials(fixture, both, BOTH);
  const { AccessKeyId } = body.Credentials as { AccessKeyId: string };
  assert.deepEqual(fixture.credentials.find(AccessKeyId)?.amr, [
    'authenticated',
    PROVIDER,
    `${PROVIDER}:CognitoSignIn:user`,
    OTHER,
    `${OTHER}:CognitoSignIn:staff`,
  ]);
});

test('a further login is linked to the identity of the first', async () => {
  const fixture = aFixture();
  const user = await identityOf(fixture, 'USER');
  assert.equal((await credentials(fixture, user, BOTH)).said, 'ok');
  assert.equal(await idOf(fixture, STAFF), user);
});

test('two logins of different identities are in conflict, and nothing is linked', async () => {
  const fixture = aFixture();
  const user = await identityOf(fixture, 'USER');
  const staff = await idOf(fixture, STAFF);
  assert.equal(await idOf(fixture, BOTH), CONFLICT);
  assert.equal((await credentials(fixture, user, BOTH)).said, CONFLICT);
  assert.equal(await idOf(fixture, STAFF), staff);
});

test('an identity is closed to a login that is not linked to it', async () => {
  const fixture = aFixture();
  const user = await identityOf(fixture, 'USER');
  assert.equal((await credentials(fixture, user, STAFF)).said, LOGINS_DO_NOT_MATCH);
  await idOf(fixture, STAFF);
  assert.equal((await credentials(fixture, user, STAFF)).said, LOGINS_DO_NOT_MATCH);
});

test('one bad token among several refuses them all', async () => {
  const said = await idOf(aFixture(), { Logins: { [PROVIDER]: 'USER', [OTHER]: 'garbage' } });
  assert.equal(said, 'NotAuthorizedException: Invalid login token. Not a Cognito token.');
});

test('of several logins, the first that a role mapping is for chooses the role', async () => {
  const second = { providerName: OTHER, clientId: CLIENT_ID, serverSideTokenCheck: false };
  const [mapping] = aPool().roleMappings;
  assert.ok(mapping);
  const fixture = setUpIdentity({
    tokens: TOKENS,
    pools: [
      aPool({
        providers: [...aPool().providers, second],
        roleMappings: [
          {
            provider: `${OTHER}:${CLIENT_ID}`,
            type: { kind: 'known', value: 'Rules' },
            ambiguousRoleResolution: { kind: 'known', value: 'Deny' },
            rules: [
              {
                claim: 'sub',
                matchType: 'Equals',
                value: 'staff',
                roleArn: { kind: 'known', value: 'arn:aws:iam::123456789012:role/admin' },
              },
            ],
          },
        ],
      }),
    ],
  });
  const { body } = await credentials(fixture, await idOf(fixture, BOTH), BOTH);
  const { AccessKeyId } = body.Credentials as { AccessKeyId: string };
  assert.equal(fixture.credentials.find(AccessKeyId)?.role.name, 'admin');
});

const unlink = async (fixture: Fixture, IdentityId: string, more: object): Promise<string> =>
  (await fixture.call('UnlinkIdentity', { IdentityId, ...more })).said;

test('an unlinked login is a stranger the next time it is seen', async () => {
  const fixture = aFixture();
  const both = await idOf(fixture, BOTH);
  assert.equal(await unlink(fixture, both, { ...STAFF, LoginsToRemove: [OTHER] }), 'ok');
  assert.notEqual(await idOf(fixture, STAFF), both);
  assert.equal(await identityOf(fixture, 'USER'), both);
});

test('without its last login an identity is closed for good', async () => {
  const fixture = aFixture();
  const user = await identityOf(fixture, 'USER');
  assert.equal(
    await unlink(fixture, user, { ...logins('USER'), LoginsToRemove: [PROVIDER] }),
    'ok',
  );
  const forbidden = `NotAuthorizedException: Access to Identity '${user}' is forbidden.`;
  assert.equal((await credentials(fixture, user, logins('USER'))).said, forbidden);
  assert.equal(
    await unlink(fixture, user, { ...logins('USER'), LoginsToRemove: [PROVIDER] }),
    forbidden,
  );
});

test('only a login of the identity unlinks from it', async () => {
  const fixture = aFixture();
  const user = await identityOf(fixture, 'USER');
  const more = { ...logins('ADMIN'), LoginsToRemove: [PROVIDER] };
  assert.equal(await unlink(fixture, user, more), LOGINS_DO_NOT_MATCH);
  const garbage = { ...logins('garbage'), LoginsToRemove: [PROVIDER] };
  assert.match(await unlink(fixture, user, garbage), /Not a Cognito token\.$/);
  assert.equal(
    await unlink(fixture, 'us-west-2:99999999-2222-4333-8444-555555555555', more),
    "ResourceNotFoundException: Identity 'us-west-2:99999999-2222-4333-8444-555555555555' not found.",
  );
  assert.equal(await identityOf(fixture, 'USER'), user);
});
