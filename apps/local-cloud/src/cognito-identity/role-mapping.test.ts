import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { RoleMapping, RoleMappingRule } from '@gatehouse/auth-model';

import {
  aPool,
  aRole,
  CLIENT_ID,
  identityOf,
  logins,
  POOL_ID,
  PROVIDER,
  roleArn,
  setUpIdentity,
  valid,
} from './testing/identity-fixture';
import type { Fixture } from './testing/identity-fixture';

const TOKENS = {
  RED: valid('red', { 'custom:team': 'red team', email: 'a@example.com' }),
  BLUE: valid('blue', { 'custom:team': 'blue' }),
  NONE: valid('none'),
};

const rule = (
  matchType: RoleMappingRule['matchType'],
  value: string,
  claim = 'custom:team',
): RoleMappingRule => ({
  claim,
  matchType,
  value,
  roleArn: { kind: 'known', value: roleArn('admin') },
});

function withRules(
  rules: readonly RoleMappingRule[],
  resolution: 'AuthenticatedRole' | 'Deny' = 'AuthenticatedRole',
): Fixture {
  const mapping: RoleMapping = {
    provider: `${PROVIDER}:${CLIENT_ID}`,
    type: { kind: 'known', value: 'Rules' },
    ambiguousRoleResolution: { kind: 'known', value: resolution },
    rules,
  };
  return setUpIdentity({ tokens: TOKENS, pools: [aPool({ roleMappings: [mapping] })] });
}

/** The role that was issued, or what was said instead. */
async function roleOf(fixture: Fixture, token: string, more: object = {}): Promise<string> {
  const IdentityId = await identityOf(fixture, token);
  const { said, body } = await fixture.call('GetCredentialsForIdentity', {
    IdentityId,
    ...logins(token),
    ...more,
  });
  if (said !== 'ok') return said;
  const { AccessKeyId } = body.Credentials as { AccessKeyId: string };
  return fixture.credentials.find(AccessKeyId)?.role.name ?? 'lost';
}

const MATCHES: readonly (readonly [RoleMappingRule, red: string, blue: string, none: string])[] = [
  [rule('Equals', 'red team'), 'admin', 'member', 'member'],
  [rule('Contains', 'd te'), 'admin', 'member', 'member'],
  [rule('StartsWith', 'red'), 'admin', 'member', 'member'],
  [rule('StartsWith', 'team'), 'member', 'member', 'member'],
  [rule('NotEqual', 'red team'), 'member', 'admin', 'member'],
];

for (const [one, ...roles] of MATCHES) {
  test(`a rule "${one.matchType} ${one.value}" matches as AWS says`, async () => {
    const fixture = withRules([one]);
    const got = [];
    for (const token of Object.keys(TOKENS)) got.push(await roleOf(fixture, token));
    assert.deepEqual(got, roles);
  });
}

test('rules are tried in their order, and without a match the resolution decides', async () => {
  const first = {
    ...rule('NotEqual', 'blue'),
    roleArn: { kind: 'known', value: roleArn('member') },
  };
  const fixture = withRules([first as RoleMappingRule, rule('Contains', 'e')], 'Deny');
  assert.equal(await roleOf(fixture, 'RED'), 'member');
  assert.equal(await roleOf(fixture, 'BLUE'), 'admin');
  assert.equal(
    await roleOf(fixture, 'NONE'),
    `NotAuthorizedException: The ambiguous role mapping rules for: ${PROVIDER}:${CLIENT_ID} denied this request.`,
  );
});

test('with rules nobody may ask for a role', async () => {
  const fixture = withRules([rule('Contains', 'red')]);
  assert.equal(
    await roleOf(fixture, 'RED', { CustomRoleArn: roleArn('admin') }),
    'NotAuthorizedException: Access to the requested role is forbidden.',
  );
});

test('without a role mapping everybody gets the authenticated role', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS, pools: [aPool({ roleMappings: [] })] });
  assert.equal(await roleOf(fixture, 'RED'), 'member');
});

const TAGGED = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'];

function withTags(claimOfTag: Readonly<Record<string, string>>, actions = TAGGED): Fixture {
  return setUpIdentity({
    tokens: { ...TOKENS, LONG: valid('long', { 'custom:team': 'x'.repeat(257) }) },
    pools: [aPool({ roleMappings: [], principalTags: [{ providerName: PROVIDER, claimOfTag }] })],
    roles: [aRole('member', 'authenticated', POOL_ID, actions)],
  });
}

const CONFIGURATION =
  'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.';

test('claims become tags of the session, where the role lets it be tagged', async () => {
  const fixture = withTags({ team: 'custom:team', username: 'sub' });
  const IdentityId = await identityOf(fixture, 'RED');
  const { body } = await fixture.call('GetCredentialsForIdentity', {
    IdentityId,
    ...logins('RED'),
  });
  const { AccessKeyId } = body.Credentials as { AccessKeyId: string };
  assert.deepEqual(fixture.credentials.find(AccessKeyId)?.principalTags, {
    team: 'red team',
    username: 'red',
  });
});

test('a role that does not let its sessions be tagged is a wrong configuration', async () => {
  const untagged = withTags({ team: 'custom:team' }, ['sts:AssumeRoleWithWebIdentity']);
  assert.equal(await roleOf(untagged, 'RED'), CONFIGURATION);
  // Without the claim there is nothing to tag with.
  assert.equal(await roleOf(untagged, 'NONE'), 'member');
});

test('a claim that cannot be a tag is refused, not cut', async () => {
  assert.equal(await roleOf(withTags({ team: 'custom:team' }), 'LONG'), CONFIGURATION);
});
