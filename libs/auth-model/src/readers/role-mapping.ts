import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asOneOf, asText } from '../json-types';
import { IN_USER_POOL_TOKENS } from '../matrix/claim-values';
import type { RoleMapping, RoleMappingRule } from '../model-identity';
import { refusedByAws } from '../refused-by-aws';

/** Source: Cognito identity pools API reference, "SetIdentityPoolRoles". */
const MAX_MAPPINGS = 10;

export function readRoleMappings(block: BlockReader): readonly RoleMapping[] {
  const mappings = block.blocks('role_mapping');
  if (mappings.length <= MAX_MAPPINGS) return mappings.map(readRoleMappingOrUnknown);
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${block.where('role_mapping')} is there ${mappings.length} times, and AWS takes at most ${MAX_MAPPINGS} for a pool. Leave some out.`,
  );
}

/** Of one that cannot be read, the provider is told all the same: whom it gives what is not known. */
function readRoleMappingOrUnknown(block: BlockReader): RoleMapping {
  return block.attempt(
    'type',
    () => readRoleMapping(block),
    (because) => ({
      provider: block.text('identity_provider'),
      type: { kind: 'unknown', because },
      rules: [],
    }),
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
  refuseRulesOfAnotherType(block, mapping);
  reportRulesAboutLists(block, mapping);
  block.end();
  return mapping;
}

/**
 * The words are the provider's, which asks before AWS does. A state is what AWS has taken, by whatever way it came there.
 * Source: AWS provider, internal/service/cognitoidentity/validate.go; identity pools API reference, "RoleMapping": rules are required
 * with the type Rules.
 */
function refuseRulesOfAnotherType(block: BlockReader, { type, rules }: RoleMapping): void {
  if (block.isState || type.kind !== 'known') return;
  const where = block.where('mapping_rule');
  if (type.value === 'Rules' && rules.length === 0) {
    const todo = 'Add a rule, or make the type Token.';
    const error = refusedByAws(`${where} is missing`, 'mapping_rule is required for Rules', todo);
    block.refused('mapping_rule', error);
  }
  if (type.value === 'Token' && rules.length > 0) {
    const words = 'mapping_rule must not be set for Token based role mapping';
    const todo = 'Take the rules out, or make the type Rules.';
    block.refused('mapping_rule', refusedByAws(`${where} is set`, words, todo));
  }
}

/**
 * AWS documents no rule about a list, and public stacks show `Contains` only: whatever else is asked of one is doubt, and no role is
 * given for it. Better said at the start than at a sign-in.
 */
function reportRulesAboutLists(block: BlockReader, { type, rules }: RoleMapping): void {
  if (type.kind === 'known' && type.value === 'Token') return;
  for (const [index, { claim, matchType, value }] of rules.entries()) {
    if (!isList(claim) || matchType === 'Contains') continue;
    block.reportUnsupported(
      `mapping_rule[${index}].match_type`,
      `AWS does not document how "${claim} ${matchType} ${value}" compares a list, so that whoever's token has ${claim} is given no role by it: GetCredentialsForIdentity answers InternalErrorException; use Contains and the whole name, or the type Token`,
    );
  }
}

function isList(claim: string): boolean {
  const shapes: Readonly<Record<string, unknown>> = IN_USER_POOL_TOKENS;
  return Object.hasOwn(shapes, claim) && shapes[claim] === 'list';
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
