export { AuthModelError, type AuthModelErrorCode } from './src/auth-model-error';
export type { Unsupported } from './src/read-context';
export type {
  InvokeDecision,
  Login,
  RoleChoice,
  RoleReason,
  RoleRefusal,
  Session,
} from './src/decide';
export {
  authorizeInvoke,
  authorizeUnsignedInvoke,
  invokeArn,
  type InvokeRequest,
  type SignedInvokeRequest,
} from './src/decide/authorize-invoke';
export {
  authorizeSession,
  COGNITO_PROVIDER,
  COGNITO_SESSION_NAME,
  type SessionRole,
} from './src/decide/authorize-session';
export { placeKeys, requestKeys, type AskedRequest } from './src/decide/call-keys';
export { unknownKeys } from './src/decide/condition-keys';
export { chooseRole } from './src/decide/choose-role';
export { evaluateTrust, type TrustRequest } from './src/decide/evaluate-trust';
export { functionOnStage } from './src/decide/function-on-stage';
export { GUEST_SESSION_POLICIES } from './src/decide/guest-session-policies';
export { permitsInvocation } from './src/decide/permits-invocation';
export { sessionTags } from './src/decide/session-tags';
export { tokenRoleClaims, type TokenRoleClaims } from './src/decide/token-role-claims';
export type { GeneratedAttributes, GeneratedIdKind } from './src/generated-attributes';
export type { AuthModel, Role, RolePolicy } from './src/model';
export type {
  ApiKey,
  ApiModel,
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
  RequestValidation,
  RequiredParameter,
  RestApi,
  Stage,
  Throttle,
  UsagePlan,
} from './src/model-api';
export type {
  IdentityPool,
  IdentityProvider,
  OpenIdProvider,
  PasswordPolicy,
  PrincipalTagMapping,
  RoleMapping,
  RoleMappingRule,
  SchemaAttribute,
  UserGroup,
  UserPool,
  UserPoolClient,
  VerificationMessage,
} from './src/model-identity';
export type {
  Bucket,
  BucketObject,
  ObjectSettings,
  PublicAccessBlock,
  RedirectingWebsite,
  RoutingRedirect,
  RoutingRule,
  Website,
  WebsiteOfPages,
} from './src/model-site';
export type { Unread } from './src/problems';
export { concretePaths } from './src/routing/concrete-paths';
export { createRouteTable, type RouteTable } from './src/routing/route-table';
export { isModelledType } from './src/collect-parts';
export { readAuthModel, type ReadOptions } from './src/read-auth-model';
export { symbolicAttributes } from './src/symbolic-attributes';
export { symbolicResolver } from './src/symbolic-resolver';
export { accessMatrix } from './src/matrix/access-matrix';
export { callableRoutes } from './src/matrix/callable-routes';
export { canCall, type CallAnswer, type CallQuestion } from './src/matrix/can-call';
export type { AccessCause } from './src/matrix/access-cause';
export { diffAccess, type AccessChange, type AccessDiff } from './src/matrix/diff-access';
export { diffMatrix, type MatrixChange } from './src/matrix/diff-matrix';
export type { AccessCell, AccessMatrix, MatrixPrincipal, MatrixRoute } from './src/matrix/matrix';
