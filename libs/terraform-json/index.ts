export type {
  Expression,
  ListExpression,
  LiteralExpression,
  ObjectExpression,
  ReferenceExpression,
  TemplateExpression,
} from './src/expression';
export { buildGraph, type GraphParts } from './src/build-graph';
export { isJsonList, isJsonObject } from './src/json-object';
export { parseTerraformJson } from './src/parse-terraform-json';
export { parseTerraformPlan } from './src/plan/parse-terraform-plan';
export type {
  Action,
  CheckResult,
  DeferredChange,
  OutputChange,
  PathStep,
  ResourceChange,
  TerraformPlan,
} from './src/plan/terraform-plan';
export { renameAddresses } from './src/rename-addresses';
export { parseTerraformState } from './src/parse-terraform-state';
export type {
  Lifecycle,
  ProviderConfiguration,
  Resource,
  ResourceGraph,
} from './src/resource-graph';
export { describeReference, known, resolve, type Resolver } from './src/resolve';
export { stateGraph, type SettledResource } from './src/state-graph';
export { TerraformJsonError, type TerraformJsonErrorCode } from './src/terraform-json-error';
export { TWO_WAYS } from './src/two-ways';
export type { Json, JsonObject, Known, Reference, Unknown, Unresolved, Value } from './src/value';
