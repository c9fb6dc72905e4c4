import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { invokePolicy, modelOf, stackJson, trust, withResource } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';

const withAll = (
  stack: JsonObject,
  ...more: readonly (readonly [string, JsonObject])[]
): JsonObject => more.reduce((whole, [address, body]) => withResource(whole, address, body), stack);

/** `true`, `false` or `null` for each principal, of one route. */
function column(stack: JsonObject, route: string): Readonly<Record<string, boolean | null>> {
  const cells = accessMatrix(modelOf(stack)).cells.filter((cell) => cell.route === route);
  return Object.fromEntries(cells.map(({ principal, allowed }) => [principal, allowed]));
}

const GUESTS: readonly (readonly [string, JsonObject])[] = [
  ['aws_cognito_identity_pool.identities', { allow_unauthenticated_identities: true }],
  ['aws_iam_role.guest', { name: 'dev-guest', assume_role_policy: trust('unauthenticated') }],
  [
    'aws_iam_role_policy.guest',
    { name: 'p', role: 'dev-guest', policy: invokePolicy(['GET /secure']) },
  ],
  [
    'aws_cognito_identity_pool_roles_attachment.roles',
    {
      roles: {
        authenticated: '${aws_iam_role.member.arn}',
        unauthenticated: '${aws_iam_role.guest.arn}',
      },
    },
  ],
];

test('guests may call what their role allows, since the scope-down of guests leaves them APIs', () => {
  const stack = withAll(stackJson(), ...GUESTS);
  assert.equal(column(stack, 'GET /secure').guest, true);
  assert.equal(column(stack, 'GET /vip').guest, false);
});

test('a boundary takes routes away from the role that has it', () => {
  const stack = withAll(
    stackJson(),
    ['aws_iam_policy.limit', { name: 'limit', policy: invokePolicy(['GET /secure']) }],
    ['aws_iam_role.admin', { permissions_boundary: '${aws_iam_policy.limit.arn}' }],
  );
  assert.deepEqual(column(stack, 'GET /vip'), { guest: false, member: false, admin: false });
  assert.equal(column(stack, 'GET /secure').admin, true);
});

test('a boundary outside the stack leaves open what the role allows, and nothing else', () => {
  const stack = withResource(stackJson(), 'aws_iam_role.member', {
    permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
  });
  assert.equal(column(stack, 'GET /secure').member, null);
  assert.equal(column(stack, 'GET /vip').member, false);
});

const tagged = (condition: JsonObject): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'execute-api:Invoke',
      Resource: '*',
      Condition: condition,
    },
  });
const IF_RED = tagged({ StringEquals: { 'aws:PrincipalTag/team': 'red' } });
const MEMBER_POLICY = 'aws_iam_role_policy.member';

test('a tag that nobody gives is absent; one that a claim gives is open until the token is seen', () => {
  const policy = withResource(stackJson(), MEMBER_POLICY, { policy: IF_RED });
  assert.equal(column(policy, 'GET /secure').member, false);
  const tagging = trust().replace(
    '"sts:AssumeRoleWithWebIdentity"',
    '["sts:AssumeRoleWithWebIdentity","sts:TagSession"]',
  );
  const mapped: readonly [string, JsonObject] = [
    'aws_cognito_identity_pool_provider_principal_tag.tags',
    {
      identity_pool_id: '${aws_cognito_identity_pool.identities.id}',
      identity_provider_name: '${aws_cognito_user_pool.users.endpoint}',
      principal_tags: { team: 'custom:team' },
    },
  ];
  const role: readonly [string, JsonObject] = [
    'aws_iam_role.member',
    { assume_role_policy: tagging },
  ];
  assert.equal(column(withAll(policy, mapped, role), 'GET /secure').member, null);
  // Without TagSession nobody gets the role at all.
  assert.equal(column(withAll(stackJson(), mapped), 'GET /secure').member, false);
});

test('a tag of the role itself is known', () => {
  const stack = withAll(
    stackJson(),
    [MEMBER_POLICY, { policy: IF_RED }],
    ['aws_iam_role.member', { tags: { team: 'red' } }],
  );
  assert.equal(column(stack, 'GET /secure').member, true);
});

test('rules on a claim have a principal for each outcome, and leave the role of a group open', () => {
  const mapping = (resolution: string): JsonObject => ({
    role_mapping: [
      {
        identity_provider:
          '${aws_cognito_user_pool.users.endpoint}:${aws_cognito_user_pool_client.client.id}',
        type: 'Rules',
        ambiguous_role_resolution: resolution,
        mapping_rule: [
          {
            claim: 'custom:team',
            match_type: 'Equals',
            value: 'red',
            role_arn: '${aws_iam_role.admin.arn}',
          },
        ],
      },
    ],
  });
  const stack = withResource(
    stackJson(),
    'aws_cognito_identity_pool_roles_attachment.roles',
    mapping('Deny'),
  );
  assert.deepEqual(column(stack, 'GET /vip'), {
    guest: false,
    'member where custom:team = "red"': true,
    member: false,
    admin: null,
  });
  const admin = accessMatrix(modelOf(stack)).cells.find(({ principal }) => principal === 'admin');
  assert.match(admin?.reason ?? '', /custom:team/);
});

test('whoever signs in at an OpenID Connect provider is a principal of their own', () => {
  const stack = withAll(
    stackJson(),
    [
      'aws_iam_openid_connect_provider.login',
      { url: 'https://login.example.com', client_id_list: ['app'] },
    ],
    [
      'aws_cognito_identity_pool.identities',
      { openid_connect_provider_arns: ['${aws_iam_openid_connect_provider.login.arn}'] },
    ],
  );
  const secure = column(stack, 'GET /secure');
  assert.equal(secure['member of login.example.com'], true);
  assert.equal(column(stack, 'GET /vip')['member of login.example.com'], false);
});

test('a boundary that is about none of the paths of a route settles it, though a policy allows some', () => {
  const routes = ['GET /items', 'GET /secure'];
  const one = invokePolicy(['GET /seven']);
  const withBoundary = (limit: readonly string[]): JsonObject =>
    withAll(
      stackJson({ routes }),
      ['aws_api_gateway_resource.items', { path_part: '{id}' }],
      ['aws_iam_role_policy.member', { policy: one }],
      ['aws_iam_policy.limit', { name: 'limit', policy: invokePolicy(limit) }],
      ['aws_iam_role.member', { permissions_boundary: '${aws_iam_policy.limit.arn}' }],
    );
  assert.equal(column(withBoundary(['POST /*']), 'GET /{id}').member, false);
  assert.equal(column(withBoundary(['GET /*']), 'GET /{id}').member, null);
});
