import type { PolicyDocument } from '@gatehouse/iam';
import { known, type Value } from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';
import { checkResourceTree } from './check-resource-tree';
import type { Unsupported } from './read-context';
import type { CollectedParts } from './collect-parts';
import { atMostOne, groupByOwner, ownAndOthers } from './group-by-owner';
import { modelsByApi, validationOf } from './assemble-validation';
import type { Integration, LambdaFunction, Method, RestApi, Stage } from './model-api';
import { expandResourcePolicy } from './readers/api-resource-policy';
import { proxyTo, type MethodPart } from './readers/api-method';
import { stageKey } from './readers/api-stage';
import { refuseTwins } from './refuse-twins';

export function assembleRestApis(parts: CollectedParts): readonly RestApi[] {
  const apis = parts.of('aws_api_gateway_rest_api');
  const ids = apis.map(({ id }) => id);
  checkResourceTree(parts.of('aws_api_gateway_resource'), parts.problems);
  const policyOf = groupByOwner(
    parts.of('aws_api_gateway_rest_api_policy'),
    ids,
    'REST API',
    parts.problems,
  );
  const responsesOf = groupByOwner(
    parts.of('aws_api_gateway_gateway_response'),
    ids,
    'REST API',
    parts.problems,
  );
  const methodsOf = methodsByApi(parts, ids);
  const stagesOf = stagesByApi(parts, ids);
  const modelsOf = modelsByApi(parts);
  return apis.map(({ policy: own, ...api }) => {
    const policies = ownAndOthers(parts, own === undefined ? [] : [own], policyOf(api.id));
    const policy = atMostOne(policies, {
      what: 'The policy of',
      address: api.address,
      problems: parts.problems,
    });
    return {
      ...api,
      ...(policy === undefined ? {} : { policy: expanded(policy, api.executionArn) }),
      methods: methodsOf(api.id),
      models: modelsOf(api.id),
      gatewayResponses: responsesOf(api.id),
      stages: stagesOf(api.id),
    };
  });
}

function expanded(policy: Value<PolicyDocument>, executionArn: string): Value<PolicyDocument> {
  return policy.kind === 'known' ? known(expandResourcePolicy(policy.value, executionArn)) : policy;
}

function stagesByApi(parts: CollectedParts, apiIds: readonly string[]) {
  const stages = parts.of('aws_api_gateway_stage');
  const keyOf = ({ owner, value }: (typeof stages)[number]): string => stageKey(owner, value.name);
  const isThere = () => 'Stage already exists';
  refuseTwins(stages, { attribute: 'stage_name', keyOf, words: isThere }, parts.problems);
  const keys = stages.map(keyOf);
  const settingsOf = groupByOwner(
    parts.of('aws_api_gateway_method_settings'),
    keys,
    'API',
    parts.problems,
  );
  const whole = stages.map((stage) => {
    const methodSettings = settingsOf(keyOf(stage));
    return { ...stage, value: { ...stage.value, methodSettings } satisfies Stage };
  });
  return groupByOwner(whole, apiIds, 'REST API', parts.problems);
}

function methodsByApi(parts: CollectedParts, apiIds: readonly string[]) {
  const methods = parts.of('aws_api_gateway_method');
  const keyOf = ({ value }: (typeof methods)[number]): string => value.key;
  const isThere = () => 'Method already exists for this resource';
  refuseTwins(methods, { attribute: 'http_method', keyOf, words: isThere }, parts.problems);
  const keys = methods.map(keyOf);
  const integrationOf = integrationsByMethod(parts, keys);
  const responsesOf = groupByOwner(
    parts.of('aws_api_gateway_method_response'),
    keys,
    'method',
    parts.problems,
  );
  const paths = pathsById(parts);
  const validatedBy = validationOf(parts);
  const whole = methods.map((method) => {
    const { key, request, ...value } = method.value;
    const validation = validatedBy(method);
    return {
      ...method,
      value: {
        ...value,
        resourcePath: paths.get(value.resourceId) ?? missingPath(parts, value),
        integration: integrationOf(method.value),
        responses: responsesOf(key),
        ...(validation && { validation }),
      } satisfies Method,
    };
  });
  return groupByOwner(whole, apiIds, 'REST API', parts.problems);
}

/** The root has no resource of its own in Terraform: it comes with the API. */
function pathsById(parts: CollectedParts): ReadonlyMap<string, string> {
  const resources = parts.of('aws_api_gateway_resource').map(({ value }) => value);
  const roots = parts.of('aws_api_gateway_rest_api').map(({ rootResourceId }) => rootResourceId);
  return new Map([
    ...roots.map((id) => [id, '/'] as const),
    ...resources.map(({ id, path }) => [id, path] as const),
  ]);
}

/** @returns a path that nothing else has, where the rest is to be read */
function missingPath(
  { problems }: CollectedParts,
  { address, resourceId }: Pick<MethodPart, 'address' | 'resourceId'>,
): string {
  const words = `${address} belongs to the API resource ${resourceId}, which this stack does not have.`;
  problems.report(address, 'resource_id', new AuthModelError('ERR_MODEL_ORPHAN', words));
  return `/\${${address}.path}`;
}

function integrationsByMethod(parts: CollectedParts, keys: readonly string[]) {
  const integrationsOf = groupByOwner(
    parts.of('aws_api_gateway_integration'),
    keys,
    'method',
    parts.problems,
  );
  const responsesOf = groupByOwner(
    parts.of('aws_api_gateway_integration_response'),
    keys,
    'method',
    parts.problems,
  );
  return ({ address, key }: MethodPart): Integration => {
    const integration = atMostOne(integrationsOf(key), {
      what: 'The integration of',
      address,
      problems: parts.problems,
    });
    if (integration === undefined) {
      const words = `${address} has no integration, and AWS refuses to deploy such a method. Add an aws_api_gateway_integration.`;
      const error = new AuthModelError('ERR_MODEL_INVALID_VALUE', words);
      parts.problems.report(address, 'integration', error);
      return proxyTo(`\${${address}.integration}`);
    }
    return integration.type === 'MOCK'
      ? { ...integration, responses: responsesOf(key) }
      : integration;
  };
}

export function assembleFunctions(
  parts: CollectedParts,
  reportUnsupported: (entry: Unsupported) => void,
): readonly LambdaFunction[] {
  const functions = parts.of('aws_lambda_function');
  const owners = functions.flatMap(({ name, arn }) => [name, arn]);
  const permissions = parts.of('aws_lambda_permission');
  const [elsewhere, own] = partition(permissions, ({ owner }) => isElsewhere(owner, functions));
  for (const { address, owner } of elsewhere) {
    const because = `it is about ${owner}, a function of another stack, which is never called here`;
    reportUnsupported({ address, attribute: 'function_name', because });
  }
  const permissionsOf = groupByOwner(own, owners, 'function', parts.problems);
  return functions.map((fn) => ({
    ...fn,
    permissions: [...permissionsOf(fn.name), ...permissionsOf(fn.arn)],
  }));
}

/** Source: Lambda API reference, "AddPermission", FunctionName. */
const FUNCTION_ARN = /^arn:[^:]+:lambda:[^:]+:\d{12}:function:[^:]+/;

/**
 * A whole ARN may name any function there is, as a user pool's trigger does. A bare name can only mean one of this account and
 * region, so that one which is not here is a mistake; and so is a version or an alias of a function that is here.
 */
function isElsewhere(owner: string, functions: readonly Pick<LambdaFunction, 'arn'>[]): boolean {
  const named = FUNCTION_ARN.exec(owner)?.[0];
  return named !== undefined && functions.every(({ arn }) => arn !== named);
}

function partition<T>(
  items: readonly T[],
  isFirst: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
