import { evaluate, type Condition, type Decision, type PolicyDocument } from '@gatehouse/iam';

import {
  API_GATEWAY,
  type LambdaFunction,
  type LambdaPermission,
  type Method,
  type RestApi,
  type Stage,
} from '../model-api';
import { pathPattern } from './path-pattern';

/**
 * Whether a function lets API Gateway call it for this method. What is matched is the method of the API with `*` in place of what may
 * be anything, a parameter of its path or the verb of `ANY`: a permission for `/items/{id}` or for one item permits no call, one for
 * `/items/*` all. That of `ANY` is inferred from the tools that write permissions; not verified.
 * Source: Lambda Developer Guide, "Viewing resource-based IAM policies in Lambda"; API Gateway Developer Guide, "Permissions for Lambda
 * integrations"; GitHub, aws/serverless-application-model#110 and #296.
 */
export function permitsInvocation(
  fn: Pick<LambdaFunction, 'arn' | 'name' | 'permissions'>,
  api: Pick<RestApi, 'executionArn'>,
  stage: Pick<Stage, 'name'>,
  { httpMethod, resourcePath }: Pick<Method, 'httpMethod' | 'resourcePath'>,
): Decision {
  const verb = httpMethod === 'ANY' ? '*' : httpMethod;
  const accountId = api.executionArn.split(':')[4] ?? '';
  return evaluate([{ name: `resource policy of function ${fn.name}`, document: toPolicy(fn) }], {
    action: 'lambda:InvokeFunction',
    resource: fn.arn,
    principal: { type: 'Service', value: API_GATEWAY },
    context: {
      'aws:SourceArn': `${api.executionArn}/${stage.name}/${verb}${pathPattern(resourcePath)}`,
      ...(accountId !== '' && { 'aws:SourceAccount': accountId }),
    },
  });
}

function toPolicy({
  arn,
  permissions,
}: Pick<LambdaFunction, 'arn' | 'permissions'>): PolicyDocument {
  return {
    version: '2012-10-17',
    statements: permissions.map((permission) => toStatement(permission, arn)),
  };
}

/** As Lambda writes it down. Source: Lambda API reference, "AddPermission". */
function toStatement(
  { action, principal, sourceArn, sourceAccount }: LambdaPermission,
  functionArn: string,
): PolicyDocument['statements'][number] {
  return {
    effect: 'Allow',
    actions: { negated: false, patterns: [action] },
    resources: { negated: false, patterns: [functionArn] },
    principals: {
      negated: false,
      anyone: principal === '*',
      byType: principal === '*' ? { AWS: ['*'] } : { Service: [principal] },
    },
    conditions: [
      ...conditionOn('StringEquals', 'AWS:SourceAccount', sourceAccount),
      ...conditionOn('ArnLike', 'AWS:SourceArn', sourceArn),
    ],
  };
}

function conditionOn(
  operator: string,
  key: string,
  value: string | undefined,
): readonly Condition[] {
  return value === undefined ? [] : [{ operator, key, values: [value] }];
}
