import { known } from '@gatehouse/terraform-json';

import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asBoolean, asOneOf, asText, asTexts } from '../json-types';
import type {
  IdentityPool,
  IdentityProvider,
  RoleMapping,
  RoleMappingRule,
} from '../model-identity';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

type RoleMembers = 'authenticatedRoleArn' | 'unauthenticatedRoleArn' | 'roleMappings';

export interface IdentityPoolPart extends Omit<
  IdentityPool,
  RoleMembers | 'openIdProviders' | 'principalTags'
> {
  readonly openIdProviderArns: readonly string[];
}

/** Which roles a pool gives. */
export type IdentityPoolRoles = Pick<IdentityPool, RoleMembers>;

/** Source: Cognito identity pools API reference, "CreateIdentityPool". */
export function readIdentityPool(block: BlockReader): IdentityPoolPart {
  block.told('arn');
  const elsewhere = 'only tokens of user pools and of OpenID Connect providers are accepted';
  block.unsupported('developer_provider_name', elsewhere);
  block.unsupported('saml_provider_arns', elsewhere);
  block.unsupported('supported_login_providers', elsewhere);
  return {
    address: block.address,
    id: block.computed('id'),
    name: block.text('identity_pool_name'),
    allowUnauthenticated:
      block.value('allow_unauthenticated_identities', asBoolean) ?? known(false),
    allowClassicFlow: block.boolean('allow_classic_flow', false),
    providers: block.blocks('cognito_identity_providers').map(readProvider),
    openIdProviderArns: block.optional('openid_connect_provider_arns', asTexts) ?? [],
  };
}

function readProvider(block: BlockReader): IdentityProvider {
  const provider = {
    providerName: block.text('provider_name'),
    clientId: block.text('client_id'),
    serverSideTokenCheck: block.boolean('server_side_token_check', false),
  };
  block.end();
  return provider;
}

/** Source: Cognito identity pools API reference, "SetIdentityPoolRoles" and "RoleMapping". */
export function readRolesAttachment(block: BlockReader): Owned<IdentityPoolRoles> {
  const roles = block.block('roles');
  const value: IdentityPoolRoles = {
    roleMappings: readRoleMappings(block),
    ...withoutUndefined({
      authenticatedRoleArn: roles?.value('authenticated', asText),
      unauthenticatedRoleArn: roles?.value('unauthenticated', asText),
    }),
  };
  roles?.end();
  return { address: block.address, owner: block.text('identity_pool_id'), value };
}

/** Source: Cognito identity pools API reference, "SetIdentityPoolRoles". */
const MAX_MAPPINGS = 10;

function readRoleMappings(block: BlockReader): readonly RoleMapping[] {
  const mappings = block.blocks('role_mapping');
  if (mappings.length <= MAX_MAPPINGS) return mappings.map(readRoleMapping);
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${block.where('role_mapping')} is there ${mappings.length} times, and AWS takes at most ${MAX_MAPPINGS} for a pool. Leave some out.`,
  );
}

function readRoleMapping(block: BlockReader): RoleMapping {
  const type = block.value('type', asOneOf('Token', 'Rules'));
  const resolution = block.value('ambiguous_role_resolution', asOneOf('AuthenticatedRole', 'Deny'));
  if (type === undefined || resolution === undefined) {
    const missing = type === undefined ? 'type' : 'ambiguous_role_resolution';
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${block.where(missing)} is missing, and AWS refuses a role mapping without it. Set it.`,
    );
  }
  const mapping = {
    provider: block.text('identity_provider'),
    type,
    ambiguousRoleResolution: resolution,
    rules: readRules(block),
  };
  block.end();
  return mapping;
}

/** Source: Cognito identity pools API reference, "RulesConfigurationType". */
const MAX_RULES = 25;

function readRules(block: BlockReader): readonly RoleMappingRule[] {
  const rules = block.blocks('mapping_rule');
  if (rules.length <= MAX_RULES) return rules.map(readRule);
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${block.where('mapping_rule')} has ${rules.length} rules, and AWS takes at most ${MAX_RULES} for a provider. Leave some out.`,
  );
}

function readRule(block: BlockReader): RoleMappingRule {
  const roleArn = block.requiredValue('role_arn', asText);
  const rule = {
    claim: block.text('claim'),
    matchType: block.required(
      'match_type',
      asOneOf('Equals', 'Contains', 'StartsWith', 'NotEqual'),
    ),
    value: block.text('value'),
    roleArn,
  };
  block.end();
  return rule;
}
