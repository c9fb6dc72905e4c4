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

test('refuses a permissions boundary, which would take permissions away unseen', () => {
  const stack = withResource(stackJson(), 'aws_iam_role.admin', { permissions_boundary: 'arn:b' });
  assertRefused(
    () => modelOf(stack),
    'ERR_MODEL_UNSUPPORTED',
    'aws_iam_role.admin.permissions_boundary',
  );
});
