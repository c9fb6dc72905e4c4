import { byDefault, derive, same, type Derivation, type WholeDerivation } from './derivation';
import { policyDocument } from './policy-document';

const fromId = (kind: 'user-pool' | 'user-pool-client' | 'identity-pool'): Derivation =>
  derive([], (_, { address, generated, region }) => generated.id(kind, address, region));

/** Source: Service Authorization Reference, "Amazon Cognito User Pools", "Amazon Cognito Identity" and "AWS IAM" (ARN formats). */
export const IDENTITY_ATTRIBUTES = {
  aws_cognito_user_pool: {
    id: fromId('user-pool'),
    arn: derive(
      ['id'],
      ({ id }, { region, accountId }) =>
        `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`,
    ),
    endpoint: derive(['id'], ({ id }, { region }) => `cognito-idp.${region}.amazonaws.com/${id}`),
  },
  aws_cognito_user_pool_client: { id: fromId('user-pool-client') },
  aws_cognito_user_group: {
    id: derive(['user_pool_id', 'name'], ({ user_pool_id, name }) => `${user_pool_id}/${name}`),
  },
  aws_cognito_identity_pool: {
    id: fromId('identity-pool'),
    arn: derive(
      ['id'],
      ({ id }, { region, accountId }) =>
        `arn:aws:cognito-identity:${region}:${accountId}:identitypool/${id}`,
    ),
  },
  aws_cognito_identity_pool_roles_attachment: { id: same('identity_pool_id') },
  aws_cognito_identity_pool_provider_principal_tag: {
    id: derive(
      ['identity_pool_id', 'identity_provider_name'],
      (own) => `${own.identity_pool_id}:${own.identity_provider_name}`,
    ),
  },
  aws_iam_openid_connect_provider: {
    id: same('arn'),
    arn: derive(
      ['url'],
      ({ url }, { accountId }) =>
        `arn:aws:iam::${accountId}:oidc-provider/${url.replace(/^https:\/\//, '')}`,
    ),
  },
  aws_iam_role: {
    id: same('name'),
    path: byDefault('/'),
    arn: derive(
      ['path', 'name'],
      ({ path, name }, { accountId }) => `arn:aws:iam::${accountId}:role${path}${name}`,
    ),
    unique_id: derive([], (_, { address, generated, region }) =>
      generated.id('role', address, region),
    ),
  },
  aws_iam_role_policy: { id: derive(['role', 'name'], ({ role, name }) => `${role}:${name}`) },
  aws_iam_policy: {
    id: same('arn'),
    path: byDefault('/'),
    arn: derive(
      ['path', 'name'],
      ({ path, name }, { accountId }) => `arn:aws:iam::${accountId}:policy${path}${name}`,
    ),
  },
  'data.aws_caller_identity': {
    id: same('account_id'),
    account_id: derive([], (_, { accountId }) => accountId),
    arn: derive([], (_, { accountId }) => `arn:aws:iam::${accountId}:root`),
  },
  'data.aws_iam_policy_document': {
    json: { ofAll: policyDocument },
    minified_json: { ofAll: policyDocument },
  },
  'data.aws_region': {
    id: same('region'),
    name: same('region'),
    region: derive([], (_, { region }) => region),
  },
  'data.aws_partition': {
    id: same('partition'),
    partition: byDefault('aws'),
    dns_suffix: byDefault('amazonaws.com'),
    reverse_dns_prefix: byDefault('com.amazonaws'),
  },
} as const satisfies Readonly<
  Record<string, Readonly<Record<string, Derivation | WholeDerivation>>>
>;
