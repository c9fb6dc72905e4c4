import type { RuleSamples } from './sample';
import { accessIsCompared } from './samples/access-is-compared';
import { accessStaysNarrow } from './samples/access-stays-narrow';
import { alarmIsKept } from './samples/alarm-is-kept';
import { apiKeyIsNotAuthorization } from './samples/api-key-is-not-authorization';
import { apiKeyStaysRequired } from './samples/api-key-stays-required';
import { apiMethodRequiresIam } from './samples/api-method-requires-iam';
import { bucketStaysPrivate } from './samples/bucket-stays-private';
import { conditionHolds } from './samples/condition-holds';
import { corsStaysNarrow } from './samples/cors-stays-narrow';
import { credentialIsNotCreated } from './samples/credential-is-not-created';
import { deletionProtectionStaysOn } from './samples/deletion-protection-stays-on';
import { deploymentFollowsMethods } from './samples/deployment-follows-methods';
import { encryptionStaysOn } from './samples/encryption-stays-on';
import { functionKeepsItsLogs } from './samples/function-keeps-its-logs';
import { functionRoleStaysNarrow } from './samples/function-role-stays-narrow';
import { gatewayErrorsKeepCors } from './samples/gateway-errors-keep-cors';
import { grantStaysNarrow } from './samples/grant-stays-narrow';
import { groupKeepsItsRole } from './samples/group-keeps-its-role';
import { groupPrecedenceIsUnique } from './samples/group-precedence-is-unique';
import { groupRoleKeepsBase } from './samples/group-role-keeps-base';
import { identityPoolChecksTokens } from './samples/identity-pool-checks-tokens';
import { identityPoolKeepsGuestsOut } from './samples/identity-pool-keeps-guests-out';
import { identityPoolKeepsItsLogins } from './samples/identity-pool-keeps-its-logins';
import { lambdaPermissionStaysNarrow } from './samples/lambda-permission-stays-narrow';
import { logHoldsNoBodies } from './samples/log-holds-no-bodies';
import { logRetentionKeepsLength } from './samples/log-retention-keeps-length';
import { mfaKeepsStrength } from './samples/mfa-keeps-strength';
import { passwordPolicyKeepsStrength } from './samples/password-policy-keeps-strength';
import { policyKeepsItsLimits } from './samples/policy-keeps-its-limits';
import { resourcePolicyStaysNarrow } from './samples/resource-policy-stays-narrow';
import { resourceStaysManaged } from './samples/resource-stays-managed';
import { resourceTypeIsKnown } from './samples/resource-type-is-known';
import { roleMappingStaysStrict } from './samples/role-mapping-stays-strict';
import { signUpStaysClosed } from './samples/sign-up-stays-closed';
import { stackKeepsItsRegion } from './samples/stack-keeps-its-region';
import { stackKeepsItsTarget } from './samples/stack-keeps-its-target';
import { stageKeepsAccessLogs } from './samples/stage-keeps-access-logs';
import { statefulResourceIsKept } from './samples/stateful-resource-is-kept';
import { tokenLifetimeStaysShort } from './samples/token-lifetime-stays-short';
import { tokenRevocationStaysOn } from './samples/token-revocation-stays-on';
import { trustStaysNarrow } from './samples/trust-stays-narrow';
import { usagePlanKeepsLimits } from './samples/usage-plan-keeps-limits';
import { userAttributesStayVerified } from './samples/user-attributes-stay-verified';
import { userPoolClientHasNoSecret } from './samples/user-pool-client-has-no-secret';
import { userPoolClientHidesUsers } from './samples/user-pool-client-hides-users';
import { userPoolClientRefusesPlainPasswords } from './samples/user-pool-client-refuses-plain-passwords';
import { userPoolKeepsItsTriggers } from './samples/user-pool-keeps-its-triggers';
import { userRoleOnlyCallsTheApi } from './samples/user-role-only-calls-the-api';

/** Rule id → its samples. */
export const SAMPLES: Readonly<Record<string, RuleSamples>> = {
  'access-is-compared': accessIsCompared,
  'access-stays-narrow': accessStaysNarrow,
  'alarm-is-kept': alarmIsKept,
  'api-key-is-not-authorization': apiKeyIsNotAuthorization,
  'api-key-stays-required': apiKeyStaysRequired,
  'api-method-requires-iam': apiMethodRequiresIam,
  'bucket-stays-private': bucketStaysPrivate,
  'condition-holds': conditionHolds,
  'cors-stays-narrow': corsStaysNarrow,
  'credential-is-not-created': credentialIsNotCreated,
  'deletion-protection-stays-on': deletionProtectionStaysOn,
  'deployment-follows-methods': deploymentFollowsMethods,
  'encryption-stays-on': encryptionStaysOn,
  'function-keeps-its-logs': functionKeepsItsLogs,
  'function-role-stays-narrow': functionRoleStaysNarrow,
  'gateway-errors-keep-cors': gatewayErrorsKeepCors,
  'grant-stays-narrow': grantStaysNarrow,
  'group-keeps-its-role': groupKeepsItsRole,
  'group-precedence-is-unique': groupPrecedenceIsUnique,
  'group-role-keeps-base': groupRoleKeepsBase,
  'identity-pool-checks-tokens': identityPoolChecksTokens,
  'identity-pool-keeps-guests-out': identityPoolKeepsGuestsOut,
  'identity-pool-keeps-its-logins': identityPoolKeepsItsLogins,
  'lambda-permission-stays-narrow': lambdaPermissionStaysNarrow,
  'log-holds-no-bodies': logHoldsNoBodies,
  'log-retention-keeps-length': logRetentionKeepsLength,
  'mfa-keeps-strength': mfaKeepsStrength,
  'password-policy-keeps-strength': passwordPolicyKeepsStrength,
  'policy-keeps-its-limits': policyKeepsItsLimits,
  'resource-policy-stays-narrow': resourcePolicyStaysNarrow,
  'resource-stays-managed': resourceStaysManaged,
  'resource-type-is-known': resourceTypeIsKnown,
  'role-mapping-stays-strict': roleMappingStaysStrict,
  'sign-up-stays-closed': signUpStaysClosed,
  'stack-keeps-its-region': stackKeepsItsRegion,
  'stack-keeps-its-target': stackKeepsItsTarget,
  'stage-keeps-access-logs': stageKeepsAccessLogs,
  'stateful-resource-is-kept': statefulResourceIsKept,
  'token-lifetime-stays-short': tokenLifetimeStaysShort,
  'token-revocation-stays-on': tokenRevocationStaysOn,
  'trust-stays-narrow': trustStaysNarrow,
  'usage-plan-keeps-limits': usagePlanKeepsLimits,
  'user-attributes-stay-verified': userAttributesStayVerified,
  'user-pool-client-has-no-secret': userPoolClientHasNoSecret,
  'user-pool-client-hides-users': userPoolClientHidesUsers,
  'user-pool-client-refuses-plain-passwords': userPoolClientRefusesPlainPasswords,
  'user-pool-keeps-its-triggers': userPoolKeepsItsTriggers,
  'user-role-only-calls-the-api': userRoleOnlyCallsTheApi,
};
