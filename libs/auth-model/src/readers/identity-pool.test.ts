import assert from 'node:assert/strict';
import { test } from 'node:test';

import { known, type JsonObject } from '@gatehouse/terraform-json';

import { assertRefused } from '../testing/assert-refused';
import { invokePolicy, modelOf, stackJson, withResource } from '../testing/stack.fixture';

test('reads the roles, mappings and rules of an identity pool', () => {
  const rule = {
    claim: 'email',
    match_type: 'StartsWith',
    value: 'a',
    role_arn: '${aws_iam_role.admin.arn}',
  };
  const stack = withResource(stackJson(), 'aws_cognito_identity_pool_roles_attachment.roles', {
    roles: {
      authenticated: '${aws_iam_role.member.arn}',
      unauthenticated: '${aws_iam_role.admin.arn}',
    },
    role_mapping: {
      identity_provider: 'p:c',
      type: 'Rules',
      ambiguous_role_resolution: 'Deny',
      mapping_rule: [rule],
    },
  });
  const pool = modelOf(stack).identityPools[0];
  assert.deepEqual(pool?.authenticatedRoleArn, known('arn:aws:iam::000000000000:role/dev-member'));
  assert.deepEqual(pool.unauthenticatedRoleArn, known('arn:aws:iam::000000000000:role/dev-admin'));
  assert.deepEqual(pool.roleMappings, [
    {
      provider: 'p:c',
      type: known('Rules'),
      ambiguousRoleResolution: known('Deny'),
      rules: [
        {
          claim: 'email',
          matchType: 'StartsWith',
          value: 'a',
          roleArn: known('arn:aws:iam::000000000000:role/dev-admin'),
        },
      ],
    },
  ]);
});

test('stops at a role mapping without a resolution, as AWS does', () => {
  const stack = withResource(stackJson(), 'aws_cognito_identity_pool_roles_attachment.roles', {
    role_mapping: [{ identity_provider: 'p:c', type: 'Token' }],
  });
  assertRefused(
    () => modelOf(stack),
    'ERR_MODEL_INVALID_VALUE',
    'role_mapping[0].ambiguous_role_resolution',
  );
});

const mapping = (provider: string): JsonObject => ({
  identity_provider: provider,
  type: 'Token',
  ambiguous_role_resolution: 'Deny',
});

test('stops at a role mapping for a client that the pool does not take, as AWS does', () => {
  const stack = withResource(stackJson(), 'aws_cognito_identity_pool_roles_attachment.roles', {
    role_mapping: [mapping('cognito-idp.us-west-2.amazonaws.com/us-west-2_other:client')],
  });
  assertRefused(() => modelOf(stack), 'ERR_MODEL_INVALID_VALUE', 'us-west-2_other:client');
});

test('stops at more than ten role mappings, as AWS does', () => {
  const role_mapping = Array.from({ length: 11 }, (_, n) => mapping(`provider-${n}`));
  const stack = withResource(stackJson(), 'aws_cognito_identity_pool_roles_attachment.roles', {
    role_mapping,
  });
  assertRefused(() => modelOf(stack), 'ERR_MODEL_INVALID_VALUE', 'there 11 times');
});

test('adds up the inline and attached policies of a role, and does not take what it cannot see for nothing', () => {
  const awsPolicy = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const bodies: readonly (readonly [string, JsonObject])[] = [
    ['aws_iam_policy.shared', { name: 'shared', policy: invokePolicy(['GET /vip']) }],
    [
      'aws_iam_role_policy_attachment.a',
      { role: 'dev-member', policy_arn: '${aws_iam_policy.shared.arn}' },
    ],
    [
      'aws_iam_role_policy_attachment.b',
      { role: '${aws_iam_role.member.name}', policy_arn: awsPolicy },
    ],
    ['aws_iam_role.member', { inline_policy: [{ name: 'own', policy: invokePolicy([]) }] }],
  ];
  const stack = bodies.reduce(
    (whole, [address, body]) => withResource(whole, address, body),
    stackJson(),
  );
  const policies = modelOf(stack).roles[0]?.policies ?? [];
  assert.deepEqual(
    policies.map(({ name, document }) => [name, document.kind]),
    [
      ['dev-member/own', 'known'],
      ['dev-member/call-routes', 'known'],
      ['shared', 'known'],
      [awsPolicy, 'unknown'],
    ],
  );
});

test('takes no more rules for a provider than AWS does', () => {
  const rule = {
    claim: 'email',
    match_type: 'Equals',
    value: 'a',
    role_arn: '${aws_iam_role.admin.arn}',
  };
  const stack = (count: number): JsonObject =>
    withResource(stackJson(), 'aws_cognito_identity_pool_roles_attachment.roles', {
      role_mapping: [
        {
          identity_provider: 'p:c',
          type: 'Rules',
          ambiguous_role_resolution: 'Deny',
          mapping_rule: Array.from({ length: count }, () => rule),
        },
      ],
    });
  assert.equal(modelOf(stack(25)).identityPools[0]?.roleMappings[0]?.rules.length, 25);
  assertRefused(() => modelOf(stack(26)), 'ERR_MODEL_INVALID_VALUE', 'has 26 rules', 'at most 25');
});

const PROVIDER = 'aws_iam_openid_connect_provider.login';

test('reads the OpenID Connect providers of a pool, by the ARNs that Terraform gives them', () => {
  const stack = withResource(
    withResource(stackJson(), PROVIDER, {
      url: 'https://login.example.com/main',
      client_id_list: ['app'],
    }),
    'aws_cognito_identity_pool.identities',
    { openid_connect_provider_arns: [`\${${PROVIDER}.arn}`] },
  );
  const model = modelOf(stack);
  assert.deepEqual(model.identityPools[0]?.openIdProviders, [
    {
      providerName: 'login.example.com/main',
      arn: 'arn:aws:iam::000000000000:oidc-provider/login.example.com/main',
      clientIds: ['app'],
    },
  ]);
  assert.deepEqual(model.unsupported, []);
});

test('says aloud that a provider outside the stack has no clients here', () => {
  const arn = 'arn:aws:iam::000000000000:oidc-provider/login.example.com/main';
  const stack = withResource(stackJson(), 'aws_cognito_identity_pool.identities', {
    openid_connect_provider_arns: [arn],
  });
  const { identityPools, unsupported } = modelOf(stack);
  assert.deepEqual(identityPools[0]?.openIdProviders, [
    { arn, providerName: 'login.example.com/main', clientIds: [] },
  ]);
  assert.match(unsupported[0]?.because ?? '', /is not part of this stack/);
});

const TAGS = 'aws_cognito_identity_pool_provider_principal_tag.tags';

test('reads principal tags, and knows the default mapping', () => {
  const tagsOf = (body: JsonObject): unknown =>
    modelOf(
      withResource(stackJson(), TAGS, {
        identity_pool_id: '${aws_cognito_identity_pool.identities.id}',
        identity_provider_name: 'p',
        ...body,
      }),
    ).identityPools[0]?.principalTags;
  assert.deepEqual(tagsOf({ use_defaults: true }), [
    { providerName: 'p', claimOfTag: { username: 'sub', client: 'aud' } },
  ]);
  assert.deepEqual(tagsOf({ principal_tags: { team: 'custom:team' } }), [
    { providerName: 'p', claimOfTag: { team: 'custom:team' } },
  ]);
});

test('stops at principal tags of a pool that the stack does not have', () => {
  const stack = withResource(stackJson(), TAGS, {
    identity_pool_id: 'us-west-2:elsewhere',
    identity_provider_name: 'p',
    use_defaults: true,
  });
  assertRefused(() => modelOf(stack), 'ERR_MODEL_ORPHAN', 'us-west-2:elsewhere');
});

test('resolves a permissions boundary to a policy of the stack; what is outside is not known', () => {
  const stack = withResource(
    withResource(stackJson(), 'aws_iam_policy.limit', {
      name: 'limit',
      policy: invokePolicy(['GET /secure']),
    }),
    'aws_iam_role.admin',
    { permissions_boundary: '${aws_iam_policy.limit.arn}', tags: { team: 'red' } },
  );
  const admin = modelOf(stack).roles.find(({ name }) => name === 'dev-admin');
  assert.equal(admin?.permissionsBoundary?.name, 'limit');
  assert.equal(admin.permissionsBoundary.document.kind, 'known');
  assert.deepEqual(admin.tags, { team: 'red' });
  const outside = withResource(stackJson(), 'aws_iam_role.admin', {
    permissions_boundary: 'arn:b',
  });
  const role = modelOf(outside).roles.find(({ name }) => name === 'dev-admin');
  assert.deepEqual(role?.permissionsBoundary?.document, {
    kind: 'unknown',
    because: 'arn:b is not part of this stack',
  });
});
