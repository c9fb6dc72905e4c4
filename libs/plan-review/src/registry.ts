import type { Rule } from './rule';
import { accessIsCompared } from './rules/access-is-compared';
import { accessStaysNarrow } from './rules/access-stays-narrow';
import { alarmIsKept } from './rules/alarm-is-kept';
import { apiKeyIsNotAuthorization } from './rules/api-key-is-not-authorization';
import { apiKeyStaysRequired } from './rules/api-key-stays-required';
import { apiMethodRequiresIam } from './rules/api-method-requires-iam';
import { bucketStaysPrivate } from './rules/bucket-stays-private';
import { conditionHolds } from './rules/condition-holds';
import { corsStaysNarrow } from './rules/cors-stays-narrow';
import { credentialIsNotCreated } from './rules/credential-is-not-created';
import { deletionProtectionStaysOn } from './rules/deletion-protection-stays-on';
import { deploymentFollowsMethods } from './rules/deployment-follows-methods';
import { encryptionStaysOn } from './rules/encryption-stays-on';
import { functionKeepsItsLogs } from './rules/function-keeps-its-logs';
import { functionRoleStaysNarrow } from './rules/function-role-stays-narrow';
import { gatewayErrorsKeepCors } from './rules/gateway-errors-keep-cors';
import { grantStaysNarrow } from './rules/grant-stays-narrow';
import { groupKeepsItsRole } from './rules/group-keeps-its-role';
import { groupPrecedenceIsUnique } from './rules/group-precedence-is-unique';
import { groupRoleKeepsBase } from './rules/group-role-keeps-base';
import { identityPoolChecksTokens } from './rules/identity-pool-checks-tokens';
import { identityPoolKeepsGuestsOut } from './rules/identity-pool-keeps-guests-out';
import { identityPoolKeepsItsLogins } from './rules/identity-pool-keeps-its-logins';
import { lambdaPermissionStaysNarrow } from './rules/lambda-permission-stays-narrow';
import { logHoldsNoBodies } from './rules/log-holds-no-bodies';
import { logRetentionKeepsLength } from './rules/log-retention-keeps-length';
import { mfaKeepsStrength } from './rules/mfa-keeps-strength';
import { passwordPolicyKeepsStrength } from './rules/password-policy-keeps-strength';
import { policyKeepsItsLimits } from './rules/policy-keeps-its-limits';
import { resourcePolicyStaysNarrow } from './rules/resource-policy-stays-narrow';
import { resourceStaysManaged } from './rules/resource-stays-managed';
import { resourceTypeIsKnown } from './rules/resource-type-is-known';
import { roleMappingStaysStrict } from './rules/role-mapping-stays-strict';
import { signUpStaysClosed } from './rules/sign-up-stays-closed';
import { stackKeepsItsRegion } from './rules/stack-keeps-its-region';
import { stackKeepsItsTarget } from './rules/stack-keeps-its-target';
import { stageKeepsAccessLogs } from './rules/stage-keeps-access-logs';
import { statefulResourceIsKept } from './rules/stateful-resource-is-kept';
import { tokenLifetimeStaysShort } from './rules/token-lifetime-stays-short';
import { tokenRevocationStaysOn } from './rules/token-revocation-stays-on';
import { trustStaysNarrow } from './rules/trust-stays-narrow';
import { usagePlanKeepsLimits } from './rules/usage-plan-keeps-limits';
import { userAttributesStayVerified } from './rules/user-attributes-stay-verified';
import { userPoolClientHasNoSecret } from './rules/user-pool-client-has-no-secret';
import { userPoolClientHidesUsers } from './rules/user-pool-client-hides-users';
import { userPoolClientRefusesPlainPasswords } from './rules/user-pool-client-refuses-plain-passwords';
import { userPoolKeepsItsTriggers } from './rules/user-pool-keeps-its-triggers';
import { userRoleOnlyCallsTheApi } from './rules/user-role-only-calls-the-api';

/** Every rule, in the order in which they are listed. */
export const RULES: readonly Rule[] = [
  accessIsCompared,
  accessStaysNarrow,
  alarmIsKept,
  apiKeyIsNotAuthorization,
  apiKeyStaysRequired,
  apiMethodRequiresIam,
  bucketStaysPrivate,
  conditionHolds,
  corsStaysNarrow,
  credentialIsNotCreated,
  deletionProtectionStaysOn,
  deploymentFollowsMethods,
  encryptionStaysOn,
  functionKeepsItsLogs,
  functionRoleStaysNarrow,
  gatewayErrorsKeepCors,
  grantStaysNarrow,
  groupKeepsItsRole,
  groupPrecedenceIsUnique,
  groupRoleKeepsBase,
  identityPoolChecksTokens,
  identityPoolKeepsGuestsOut,
  identityPoolKeepsItsLogins,
  lambdaPermissionStaysNarrow,
  logHoldsNoBodies,
  logRetentionKeepsLength,
  mfaKeepsStrength,
  passwordPolicyKeepsStrength,
  policyKeepsItsLimits,
  resourcePolicyStaysNarrow,
  resourceStaysManaged,
  resourceTypeIsKnown,
  roleMappingStaysStrict,
  signUpStaysClosed,
  stackKeepsItsRegion,
  stackKeepsItsTarget,
  stageKeepsAccessLogs,
  statefulResourceIsKept,
  tokenLifetimeStaysShort,
  tokenRevocationStaysOn,
  trustStaysNarrow,
  usagePlanKeepsLimits,
  userAttributesStayVerified,
  userPoolClientHasNoSecret,
  userPoolClientHidesUsers,
  userPoolClientRefusesPlainPasswords,
  userPoolKeepsItsTriggers,
  userRoleOnlyCallsTheApi,
];
