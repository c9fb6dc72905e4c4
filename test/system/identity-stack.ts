import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { IdentityPool } from '@gatehouse/auth-model';

import { changedStack, setAll, type Resources } from '../changed-stack';
import { startThirdParty, type Account, type ThirdPartyStack } from './third-party-stack';

const ACCOUNTS: readonly Account[] = [
  { username: 'user', attributes: { name: 'Uma', email: 'user@example.com' } },
  { username: 'red', attributes: { name: 'Rob', email: 'rob@red.example.com' } },
];

const USERS = '${aws_cognito_user_pool.users.endpoint}';
const CLIENT = '${aws_cognito_user_pool_client.client.id}';
const PROVIDERS = [{ provider_name: USERS, client_id: CLIENT, server_side_token_check: true }];

/**
 * The synthesized stack with guests, whose role has a boundary, and two more identity pools: one with the basic flow and principal
 * tags, and one with rules.
 */
export async function startIdentityStack(): Promise<ThirdPartyStack> {
  const folder = mkdtempSync(join(tmpdir(), 'identity-stack-'));
  const stackDir = changedStack(folder, change);
  const stack = await startThirdParty({ kind: 'synthesized', stackDir }, ACCOUNTS);
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function poolNamed({ model }: ThirdPartyStack, name: string): IdentityPool {
  const pool = model.identityPools.find((one) => one.name === name);
  if (pool === undefined) throw new Error(`the stack has no identity pool ${name}`);
  return pool;
}

function change(resources: Resources): void {
  setAll(resources, 'aws_cognito_identity_pool', { allow_unauthenticated_identities: true });
  add(resources, 'aws_cognito_identity_pool', {
    basic: {
      identity_pool_name: 'basic',
      allow_classic_flow: true,
      cognito_identity_providers: PROVIDERS,
    },
    rules: { identity_pool_name: 'rules', cognito_identity_providers: PROVIDERS },
  });
  add(resources, 'aws_cognito_identity_pool_provider_principal_tag', {
    basic: {
      identity_pool_id: '${aws_cognito_identity_pool.basic.id}',
      identity_provider_name: USERS,
      use_defaults: true,
    },
  });
  add(resources, 'aws_cognito_identity_pool_roles_attachment', {
    rules: {
      identity_pool_id: '${aws_cognito_identity_pool.rules.id}',
      role_mapping: [
        {
          identity_provider: `${USERS}:${CLIENT}`,
          type: 'Rules',
          ambiguous_role_resolution: 'Deny',
          mapping_rule: [
            {
              claim: 'email',
              match_type: 'Contains',
              value: '@red.',
              role_arn: '${aws_iam_role.red.arn}',
            },
          ],
        },
      ],
      roles: { authenticated: '${aws_iam_role.red.arn}' },
    },
  });
  addRoles(resources);
}

function addRoles(resources: Resources): void {
  setAll({ role: { guest: resources.aws_iam_role?.Roles_Guest ?? {} } }, 'role', {
    permissions_boundary: '${aws_iam_policy.boundary.arn}',
  });
  add(resources, 'aws_iam_policy', { boundary: { name: 'boundary', policy: allow(['secure']) } });
  add(resources, 'aws_iam_role', {
    basic: { name: 'basic', assume_role_policy: trust('basic') },
    red: { name: 'red', assume_role_policy: trust('rules') },
  });
  add(resources, 'aws_iam_role_policy', {
    guest: { role: 'gatehouse-dev-guest', name: 'p', policy: allow(['secure', 'vip']) },
    red: { role: '${aws_iam_role.red.name}', name: 'p', policy: allow(['vip']) },
    basic: {
      role: '${aws_iam_role.basic.name}',
      name: 'p',
      policy: allow(['secure', 'vip'], { StringEquals: { 'aws:PrincipalTag/client': CLIENT } }),
    },
  });
}

function add(
  resources: Resources,
  type: string,
  blocks: Readonly<Record<string, Record<string, unknown>>>,
): void {
  resources[type] = { ...resources[type], ...blocks };
}

function allow(paths: readonly string[], Condition?: object): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'execute-api:Invoke',
      Resource: paths.map(
        (path) => `\${aws_api_gateway_rest_api.api.execution_arn}/dev/GET/${path}`,
      ),
      ...(Condition && { Condition }),
    },
  });
}

function trust(pool: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
      Condition: {
        StringEquals: {
          'cognito-identity.amazonaws.com:aud': `\${aws_cognito_identity_pool.${pool}.id}`,
        },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    },
  });
}
