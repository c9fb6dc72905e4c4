import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GUEST_SESSION_POLICIES, type Role } from '@gatehouse/auth-model';
import { parsePolicyDocument } from '@gatehouse/iam';

import { openDatabase } from '../../store/database';
import {
  aPool,
  aPoolWithGuests,
  aRole,
  CLIENT_ID,
  identityOf,
  logins,
  POOL_ID,
  PROVIDER,
  roleArn,
  setUpIdentity,
  valid,
} from '../testing/identity-fixture';
import type { Fixture, Reply } from '../testing/identity-fixture';

const BOTH_ROLES = { 'cognito:roles': [roleArn('admin'), roleArn('member')] };
const TOKENS = {
  USER: valid('user'),
  ADMIN: valid('admin', { ...BOTH_ROLES, 'cognito:preferred_role': roleArn('admin') }),
  TIED: valid('tied', BOTH_ROLES),
};
const CONFIGURATION =
  'InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.';

async function credentialsOf(fixture: Fixture, token?: string, more: object = {}): Promise<Reply> {
  const IdentityId = await identityOf(fixture, token);
  return fixture.call('GetCredentialsForIdentity', { IdentityId, ...logins(token), ...more });
}

/** The role that was issued, or what was said instead. */
async function roleOf(fixture: Fixture, token?: string, more: object = {}): Promise<string> {
  const { said, body } = await credentialsOf(fixture, token, more);
  return said === 'ok' ? (fixture.credentials.find(keyOf(body))?.role.name ?? 'lost') : said;
}

function keyOf(body: Reply['body']): string {
  return String((body.Credentials as { AccessKeyId: unknown }).AccessKeyId);
}

test('issues an hour of credentials in AWS’s shapes, and remembers them', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  const { body, response } = await credentialsOf(fixture, 'USER');
  const wire = body.Credentials as Record<string, unknown>;
  assert.deepEqual(Object.keys(wire), ['AccessKeyId', 'SecretKey', 'SessionToken', 'Expiration']);
  assert.match(String(wire.AccessKeyId), /^ASIA[A-Z2-7]{16}$/);
  assert.match(String(wire.SecretKey), /^[A-Za-z0-9+/]{40}$/);
  assert.match(String(wire.SessionToken), /^IQoJb3JpZ2luX2Vj[A-Za-z0-9+/]{900,}=*$/);
  assert.equal(wire.Expiration, Date.UTC(2026, 8, 1, 8, 4, 9) / 1000);
  // A float also when it is whole: clients with static types tell the two apart.
  assert.match(response.body.toString(), /"Expiration":\d{10}\.0}/);
  assert.deepEqual(fixture.credentials.find(keyOf(body)), {
    accessKeyId: wire.AccessKeyId,
    secretAccessKey: wire.SecretKey,
    sessionToken: wire.SessionToken,
    issuedAtMs: Date.UTC(2026, 8, 1, 7, 4, 9),
    expiresAtMs: Date.UTC(2026, 8, 1, 8, 4, 9),
    role: { name: 'member', arn: roleArn('member'), uniqueId: 'AROAMEMBER' },
    choice: {
      kind: 'role',
      roleArn: roleArn('member'),
      because: 'ambiguous-so-authenticated-role',
      detail: 'the token holds no role, so the authenticated role',
    },
    trust: fixture.credentials.find(keyOf(body))?.trust,
    flow: 'enhanced',
    sessionName: 'CognitoIdentityCredentials',
    principalTags: {},
    amr: ['authenticated', PROVIDER, `${PROVIDER}:CognitoSignIn:user`],
    identityId: body.IdentityId,
    identityPoolId: POOL_ID,
    authenticationType: 'authenticated',
    authenticationProvider: `${PROVIDER},${PROVIDER}:CognitoSignIn:user`,
    username: 'user',
  });
  assert.equal(fixture.credentials.find(keyOf(body))?.trust.by.policy, 'trust of role member');
});

test('every call issues other credentials, and the log line holds none of them', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  const [first, second] = [
    await credentialsOf(fixture, 'ADMIN'),
    await credentialsOf(fixture, 'ADMIN'),
  ];
  assert.notEqual(keyOf(first.body), keyOf(second.body));
  assert.equal(
    first.response.decision,
    '200 GetCredentialsForIdentity: "admin" gets role admin (preferred by the token); its trust policy: statement IdentityPool of trust of role admin allows',
  );
});

test('the preferred role of the token wins, and a tie falls back to the authenticated role', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  assert.equal(await roleOf(fixture, 'ADMIN'), 'admin');
  assert.equal(await roleOf(fixture, 'TIED'), 'member');
});

test('a role mapping that denies what is ambiguous says so', async () => {
  const [mapping] = aPool().roleMappings;
  assert.ok(mapping);
  const ambiguousRoleResolution = { kind: 'known', value: 'Deny' } as const;
  const pools = [aPool({ roleMappings: [{ ...mapping, ambiguousRoleResolution }] })];
  assert.equal(
    await roleOf(setUpIdentity({ tokens: TOKENS, pools }), 'TIED'),
    `NotAuthorizedException: The ambiguous role mapping rules for: ${PROVIDER}:${CLIENT_ID} denied this request.`,
  );
});

test('a caller may ask for a role of the token, and for no other', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  assert.equal(await roleOf(fixture, 'TIED', { CustomRoleArn: roleArn('admin') }), 'admin');
  assert.equal(
    await roleOf(fixture, 'USER', { CustomRoleArn: roleArn('admin') }),
    'NotAuthorizedException: Access to the requested role is forbidden.',
  );
});

test('a role whose trust policy refuses the session is a wrong configuration, explained in the log', async () => {
  const roles = [
    aRole('member', 'unauthenticated'),
    aRole('admin', 'authenticated', 'us-west-2:00000000-0000-4000-8000-000000000000'),
  ];
  const fixture = setUpIdentity({ tokens: TOKENS, roles });
  assert.equal(await roleOf(fixture, 'USER'), CONFIGURATION);
  const { said, response } = await credentialsOf(fixture, 'ADMIN');
  assert.equal(said, CONFIGURATION);
  assert.match(
    response.decision,
    /the trust policy of role admin has no statement that allows it; nearest: "IdentityPool": StringEquals wants cognito-identity\.amazonaws\.com:aud us-west-2:0{8}/,
  );
});

test('amr names the provider and the login, so that a role can be for one of them', async () => {
  for (const amr of [PROVIDER, `${PROVIDER}:CognitoSignIn:user`]) {
    const fixture = setUpIdentity({ tokens: TOKENS, roles: [aRole('member', amr)] });
    assert.equal(await roleOf(fixture, 'USER'), 'member');
  }
  const someoneElse = aRole('member', `${PROVIDER}:CognitoSignIn:admin`);
  const fixture = setUpIdentity({ tokens: TOKENS, roles: [someoneElse] });
  assert.equal(await roleOf(fixture, 'USER'), CONFIGURATION);
});

test('a pool without a role, or with one that the stack does not have, is a wrong configuration', async () => {
  const { authenticatedRoleArn, ...pool } = aPool();
  assert.ok(authenticatedRoleArn);
  assert.equal(
    await roleOf(setUpIdentity({ tokens: TOKENS, pools: [pool] }), 'USER'),
    CONFIGURATION,
  );
  assert.equal(await roleOf(setUpIdentity({ tokens: TOKENS, roles: [] }), 'USER'), CONFIGURATION);
});

test('guests get the unauthenticated role where the pool takes them', async () => {
  const roles = [aRole('guest', 'unauthenticated'), aRole('member')];
  const fixture = setUpIdentity({ tokens: TOKENS, pools: [aPoolWithGuests()], roles });
  const { body } = await credentialsOf(fixture);
  const issued = fixture.credentials.find(keyOf(body));
  assert.equal(issued?.role.name, 'guest');
  assert.equal(issued.authenticationType, 'unauthenticated');
  assert.equal(issued.authenticationProvider, undefined);
  assert.deepEqual(issued.sessionPolicies, GUEST_SESSION_POLICIES);
});

test('an identity is closed to whoever is not its login', async () => {
  const fixture = setUpIdentity({ tokens: TOKENS });
  const IdentityId = await identityOf(fixture, 'USER');
  const ask = async (more: object): Promise<string> =>
    (await fixture.call('GetCredentialsForIdentity', { IdentityId, ...more })).said;
  assert.equal(
    await ask({}),
    `NotAuthorizedException: Access to Identity '${IdentityId}' is forbidden.`,
  );
  assert.equal(
    await ask(logins('ADMIN')),
    "NotAuthorizedException: Logins don't match. Please include at least one valid login for this identity or identity pool.",
  );
  assert.match(await ask(logins('garbage')), /Not a Cognito token\.$/);
});

test('an identity that is not here is not found', async () => {
  const IdentityId = 'us-west-2:99999999-2222-4333-8444-555555555555';
  const { said } = await setUpIdentity().call('GetCredentialsForIdentity', { IdentityId });
  assert.equal(said, `ResourceNotFoundException: Identity '${IdentityId}' not found.`);
});

test('a pool that no longer takes guests refuses the guests of before', async () => {
  const database = openDatabase(':memory:');
  const roles = [aRole('guest', 'unauthenticated')];
  const guest = await identityOf(setUpIdentity({ pools: [aPoolWithGuests()], roles, database }));
  const { said } = await setUpIdentity({ roles, database }).call('GetCredentialsForIdentity', {
    IdentityId: guest,
  });
  assert.match(said, /^NotAuthorizedException: Unauthenticated access is not supported/);
});

test('credentials outlive a restart', async () => {
  const database = openDatabase(':memory:');
  const before = setUpIdentity({ tokens: TOKENS, database });
  const { body } = await credentialsOf(before, 'ADMIN');
  const after = setUpIdentity({ tokens: TOKENS, database });
  assert.deepEqual(after.credentials.find(keyOf(body)), before.credentials.find(keyOf(body)));
});

test('validates ids and role ARNs before anything else', async () => {
  const { said } = await setUpIdentity().call('GetCredentialsForIdentity', {
    IdentityId: 'x',
    CustomRoleArn: 'short',
  });
  assert.equal(
    said,
    "ValidationException: 2 validation errors detected: Value 'x' at 'identityId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+; Value 'short' at 'customRoleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
  );
});

/** A role that every identity may have, unless the condition holds. */
function aRoleUnless(Condition: object): Role {
  const trusting = {
    Effect: 'Allow',
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
  };
  const Statement = [trusting, { ...trusting, Sid: 'Shut', Effect: 'Deny', Condition }];
  const value = parsePolicyDocument({ Version: '2012-10-17', Statement }, 'trust', 'trust');
  return { ...aRole('member'), trust: { kind: 'known', value } };
}

test('a date in a trust policy applies, by the clock that is set', async () => {
  const Condition = { DateGreaterThan: { 'aws:CurrentTime': '2026-10-01T00:00:00Z' } };
  const fixture = setUpIdentity({ tokens: TOKENS, roles: [aRoleUnless(Condition)] });
  assert.equal(await roleOf(fixture, 'USER'), 'member');
  fixture.clock.nowMs = Date.UTC(2026, 9, 2);
  const { said, response } = await credentialsOf(fixture, 'USER');
  assert.equal(said, CONFIGURATION);
  assert.match(response.decision, /statement Shut of trust of role member denies/);
});

test('what a trust policy sees of the pool’s own address cannot be told: a refusal, and it is said', async () => {
  const Condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
  const fixture = setUpIdentity({ tokens: TOKENS, roles: [aRoleUnless(Condition)] });
  const { said, response } = await credentialsOf(fixture, 'USER');
  assert.equal(said, CONFIGURATION);
  assert.match(response.decision, /cannot be told: statement Shut .* hangs on aws:sourceip/);
});
