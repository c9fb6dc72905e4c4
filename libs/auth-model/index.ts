export { AuthModelError, type AuthModelErrorCode } from './src/auth-model-error';
export type { Unsupported } from './src/block-reader';
export type { InvokeDecision, Login, RoleChoice, RoleReason, RoleRefusal } from './src/decide';
export {
  authorizeInvoke,
  authorizeUnsignedInvoke,
  invokeArn,
  type InvokeRequest,
  type SignedInvokeRequest,
} from './src/decide/authorize-invoke';
export { chooseRole } from './src/decide/choose-role';
export { evaluateTrust, type TrustRequest } from './src/decide/evaluate-trust';
export { permitsInvocation } from './src/decide/permits-invocation';
export { tokenRoleClaims, type TokenRoleClaims } from './src/decide/token-role-claims';
export type { GeneratedAttributes, GeneratedIdKind } from './src/generated-attributes';
export type { AuthModel, Role, RolePolicy } from './src/model';
export type {
  ApiKey,
  GatewayResponse,
  Integration,
  IntegrationResponse,
  LambdaFunction,
  LambdaPermission,
  Method,
  MethodResponse,
  MethodSettings,
  PlanStage,
  Quota,
  RestApi,
  Stage,
  Throttle,
  UsagePlan,
} from './src/model-api';
export type {
  IdentityPool,
  IdentityProvider,
  PasswordPolicy,
  RoleMapping,
  RoleMappingRule,
  SchemaAttribute,
  UserGroup,
  UserPool,
  UserPoolClient,
  VerificationMessage,
} from './src/model-identity';
export type { Bucket, BucketObject, PublicAccessBlock, Website } from './src/model-site';
export { readAuthModel } from './src/read-auth-model';
export { symbolicAttributes } from './src/symbolic-attributes';
export { accessMatrix } from './src/matrix/access-matrix';
export { canCall, type CallAnswer, type CallQuestion } from './src/matrix/can-call';
export { diffMatrix, type MatrixChange } from './src/matrix/diff-matrix';
export type { AccessCell, AccessMatrix, MatrixPrincipal, MatrixRoute } from './src/matrix/matrix';
