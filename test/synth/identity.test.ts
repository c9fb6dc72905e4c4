import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asRecord } from '../../infra/guardrails/stack-json';
import { devStack, prodStack, statementsOf, Synthesized } from './synthesized';

const USER_POOL = '${aws_cognito_user_pool.users';
const CLIENT_ID = '${aws_cognito_user_pool_client.client.id}';
const ARN = '${aws_api_gateway_rest_api.api.execution_arn}';

const sidsAndResources = (role: string): readonly (readonly unknown[])[] => {
  const policy = devStack().one('aws_iam_role_policy', 'role', `\${aws_iam_role.${role}.name}`);
  return statementsOf(policy.policy).map(({ Sid, Action, Resource }) => [Sid, Action, Resource]);
};

test('makes one pool, one client, one identity pool, one group, and a role each for members, administrators, guests and the function', () => {
  const stack = devStack();
  const count = (type: string): number => stack.all(type).size;
  assert.equal(count('aws_cognito_user_pool'), 1);
  assert.equal(count('aws_cognito_user_pool_client'), 1);
  assert.equal(count('aws_cognito_identity_pool'), 1);
  assert.equal(count('aws_cognito_user_group'), 1);
  assert.deepEqual(
    stack.bodies('aws_iam_role').map(({ name }) => name),
    [
      'gatehouse-dev-api-function',
      'gatehouse-dev-admin',
      'gatehouse-dev-guest',
      'gatehouse-dev-member',
    ],
  );
});

test('users sign in by a name that has no case, with a verified address and no alias', () => {
  const pool = devStack().one('aws_cognito_user_pool');
  assert.deepEqual(pool.username_configuration, { case_sensitive: false });
  assert.deepEqual(pool.auto_verified_attributes, ['email']);
  assert.equal(pool.alias_attributes, undefined);
  assert.equal(pool.username_attributes, undefined);
  assert.equal(pool.user_pool_tier, 'ESSENTIALS');
});

test('name and email are required, can be changed, and say their lengths', () => {
  const { schema } = devStack().one('aws_cognito_user_pool');
  assert.ok(Array.isArray(schema));
  assert.deepEqual(
    schema.map(asRecord).map((it) => [it.name, it.required, it.mutable]),
    [
      ['email', true, true],
      ['name', true, true],
    ],
  );
  for (const attribute of schema.map(asRecord)) {
    const { min_length: min, max_length: max } = asRecord(attribute.string_attribute_constraints);
    assert.match(String(min), /^\d+$/);
    assert.match(String(max), /^\d+$/);
  }
});

test('the verification mail holds the place of the code', () => {
  const pool = devStack().one('aws_cognito_user_pool');
  const mail = asRecord(pool.verification_message_template);
  assert.equal(mail.default_email_option, 'CONFIRM_WITH_CODE');
  assert.match(String(mail.email_message), /\{####\}/);
  assert.notEqual(mail.email_subject, '');
});

test('sends from SES where the environment names an identity', () => {
  const mailFrom = {
    sesIdentityArn: 'arn:aws:ses:us-west-2:123456789012:identity/example.org',
    address: 'door@example.org',
  };
  const pool = new Synthesized({ environment: { mailFrom } }).one('aws_cognito_user_pool');
  assert.deepEqual(pool.email_configuration, {
    email_sending_account: 'DEVELOPER',
    source_arn: mailFrom.sesIdentityArn,
    from_email_address: mailFrom.address,
  });
});

test('passwords need length and all kinds of characters, which the demo password has', () => {
  const policy = asRecord(devStack().one('aws_cognito_user_pool').password_policy);
  assert.equal(policy.minimum_length, 10);
  for (const kind of ['lowercase', 'uppercase', 'numbers', 'symbols'])
    assert.equal(policy[`require_${kind}`], true);
});

test('a second factor is off in dev and optional in prod, by app', () => {
  const dev = devStack().one('aws_cognito_user_pool');
  const prod = prodStack().one('aws_cognito_user_pool');
  assert.equal(dev.mfa_configuration, 'OFF');
  assert.equal(dev.software_token_mfa_configuration, undefined);
  assert.equal(prod.mfa_configuration, 'OPTIONAL');
  assert.deepEqual(prod.software_token_mfa_configuration, { enabled: true });
});

test('a trigger is hooked in, and may be called by this pool only', () => {
  const preSignUp = 'arn:aws:lambda:us-west-2:123456789012:function:check';
  const stack = new Synthesized({ environment: { triggers: { preSignUp } } });
  assert.deepEqual(stack.one('aws_cognito_user_pool').lambda_config, { pre_sign_up: preSignUp });
  const permission = stack.one('aws_lambda_permission', 'function_name', preSignUp);
  assert.equal(permission.principal, 'cognito-idp.amazonaws.com');
  assert.equal(permission.source_arn, `${USER_POOL}.arn}`);
});

test('the client has no secret and signs in by SRP and refresh only', () => {
  const client = devStack().one('aws_cognito_user_pool_client');
  assert.equal(client.generate_secret, false);
  assert.deepEqual(client.explicit_auth_flows, ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH']);
  assert.equal(client.prevent_user_existence_errors, 'ENABLED');
  assert.equal(client.enable_token_revocation, true);
});

test('each lifetime stands beside its unit, or every plan shows a change', () => {
  const client = devStack().one('aws_cognito_user_pool_client');
  assert.deepEqual(
    [client.id_token_validity, client.access_token_validity, client.refresh_token_validity],
    [60, 60, 30],
  );
  assert.deepEqual(client.token_validity_units, [
    { id_token: 'minutes', access_token: 'minutes', refresh_token: 'days' },
  ]);
  assert.equal(client.auth_session_validity, 3);
});

test('the identity pool knows one provider, checks tokens at the server, and lets no guest in', () => {
  const pool = devStack().one('aws_cognito_identity_pool');
  assert.equal(pool.allow_unauthenticated_identities, false);
  assert.equal(pool.allow_classic_flow, false);
  assert.deepEqual(pool.cognito_identity_providers, [
    {
      client_id: CLIENT_ID,
      provider_name: `${USER_POOL}.endpoint}`,
      server_side_token_check: true,
    },
  ]);
});

test('the role mapping is keyed by provider and client, region and all, and falls back to the member role', () => {
  const attachment = devStack().one('aws_cognito_identity_pool_roles_attachment');
  assert.deepEqual(attachment.role_mapping, [
    {
      identity_provider: `${USER_POOL}.endpoint}:${CLIENT_ID}`,
      type: 'Token',
      ambiguous_role_resolution: 'AuthenticatedRole',
    },
  ]);
  assert.deepEqual(attachment.roles, {
    authenticated: '${aws_iam_role.Roles_Member_Role.arn}',
    unauthenticated: '${aws_iam_role.Roles_Guest.arn}',
  });
});

for (const [name, amr] of [
  ['gatehouse-dev-member', 'authenticated'],
  ['gatehouse-dev-admin', 'authenticated'],
  ['gatehouse-dev-guest', 'unauthenticated'],
] as const) {
  test(`${name} trusts this identity pool alone, for people who are ${amr}`, () => {
    const role = devStack().one('aws_iam_role', 'name', name);
    const [trust, ...more] = statementsOf(role.assume_role_policy);
    assert.equal(more.length, 0);
    assert.deepEqual(trust?.Principal, { Federated: 'cognito-identity.amazonaws.com' });
    assert.equal(trust.Action, 'sts:AssumeRoleWithWebIdentity');
    assert.deepEqual(trust.Condition, {
      StringEquals: {
        'cognito-identity.amazonaws.com:aud': '${aws_cognito_identity_pool.identities.id}',
      },
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
    });
  });
}

test('a member may call /secure, by its exact method ARN', () => {
  assert.deepEqual(sidsAndResources('Roles_Member_Role'), [
    ['CallGetSecure', 'execute-api:Invoke', `${ARN}/dev/GET/secure`],
  ]);
});

test('an administrator keeps /secure, as the group role replaces the default one', () => {
  assert.deepEqual(sidsAndResources('Roles_Admin_Role'), [
    ['CallGetSecure', 'execute-api:Invoke', `${ARN}/dev/GET/secure`],
    ['CallGetVip', 'execute-api:Invoke', `${ARN}/dev/GET/vip`],
  ]);
});

test('a guest role has no policy at all', () => {
  const roles = devStack()
    .bodies('aws_iam_role_policy')
    .map(({ role }) => role);
  assert.equal(roles.includes('${aws_iam_role.Roles_Guest.name}'), false);
});

test('the group gives its role and its rank', () => {
  const group = devStack().one('aws_cognito_user_group');
  assert.deepEqual(
    [group.name, group.precedence, group.role_arn],
    ['admin', 10, '${aws_iam_role.Roles_Admin_Role.arn}'],
  );
});

test('a new row of the group table becomes a group, a role, its trust and its policy', () => {
  const more = new Synthesized({
    groups: {
      member: { description: 'everyone' },
      admin: { extends: 'member', precedence: 10, description: 'administrators' },
      owner: { extends: 'admin', precedence: 5, description: 'owners' },
    },
  });
  assert.equal(more.all('aws_cognito_user_group').size, 2);
  assert.equal(more.one('aws_cognito_user_group', 'name', 'owner').precedence, 5);
  const policy = more.one(
    'aws_iam_role_policy',
    'role',
    '${aws_iam_role.Roles_Owner_Role.name}',
  ).policy;
  assert.deepEqual(
    statementsOf(policy).map(({ Sid }) => Sid),
    ['CallGetSecure', 'CallGetVip'],
  );
});
