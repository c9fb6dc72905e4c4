import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { blocksOf, isValues, textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';

const poolExists: Check = (values, cloud) => {
  const pool = textOf(values, 'identity_pool_id') ?? '';
  return cloud.find('aws_cognito_identity_pool', pool) === undefined
    ? `ResourceNotFoundException: IdentityPool '${pool}' not found.`
    : undefined;
};

/** Source: provider's internal/service/cognitoidentity/validate.go, validRoles and the two checks of a role mapping, in their words. */
const rolesAreOfAKnownKind: Check = ({ roles }) =>
  isValues(roles) && ('authenticated' in roles || 'unauthenticated' in roles)
    ? undefined
    : 'validating Roles: "roles": Either "authenticated" or "unauthenticated" must be defined';

const mappingsAreWhole: Check = (values) => {
  for (const mapping of blocksOf(values, 'role_mapping')) {
    const type = textOf(mapping, 'type');
    const rules = blocksOf(mapping, 'mapping_rule').length;
    const refuse = (problem: string): string =>
      `validating ambiguous role resolution: Role Mapping "${textOf(mapping, 'identity_provider') ?? ''}": ${problem}`;
    if (textOf(mapping, 'ambiguous_role_resolution') === undefined) {
      return refuse(
        'Ambiguous Role Resolution must be defined when "type" equals "Token" or "Rules"',
      );
    }
    if (type === 'Rules' && rules === 0) return refuse('mapping_rule is required for Rules');
    if (type === 'Token' && rules > 0) {
      return refuse('mapping_rule must not be set for Token based role mapping');
    }
  }
  return undefined;
};

export const cognitoIdentityPoolRolesAttachment: ResourceFacts = {
  type: 'aws_cognito_identity_pool_roles_attachment',
  source:
    'hashicorp/terraform-provider-aws internal/service/cognitoidentity/pool_roles_attachment.go of 2024 (v5, SDK for Go v2), which the changelog of v6.0.0 ' +
    'to v6.25.0 does not change, and validate.go at 2317e6f (2025)',
  forceNew: ['identity_pool_id', 'roles'],
  allowed: {
    'role_mapping.ambiguous_role_resolution': ['AuthenticatedRole', 'Deny'],
    'role_mapping.mapping_rule.match_type': ['Equals', 'Contains', 'StartsWith', 'NotEqual'],
    'role_mapping.type': ['Token', 'Rules'],
  },
  items: { 'role_mapping.mapping_rule': [0, 25] },
  conflict: silentOverwrite('the roles attachment of identity pool'),
  create: (values) => ({ id: textOf(values, 'identity_pool_id') ?? '' }),
  checks: [rolesAreOfAKnownKind, mappingsAreWhole, poolExists],
};
