import { matchesPattern } from '@gatehouse/iam';

import type { LambdaFunction, Method, RestApi, Stage } from '../model-api';

/**
 * Whether a function lets API Gateway call it for this method. AWS matches the pattern of the *resource*, with `*` in place of
 * parameters, not the path of the request.
 * Source: Lambda Developer Guide, "Viewing resource-based IAM policies in Lambda"; API Gateway Developer Guide, "Grant permissions".
 */
export function permitsInvocation(
  fn: Pick<LambdaFunction, 'permissions'>,
  api: Pick<RestApi, 'executionArn'>,
  stage: Pick<Stage, 'name'>,
  method: Pick<Method, 'httpMethod' | 'resourcePath'>,
): boolean {
  const path = method.resourcePath.replace(/^\//, '').replace(/\{[^}]*\}/g, '*');
  const verb = method.httpMethod === 'ANY' ? '*' : method.httpMethod;
  const source = `${api.executionArn}/${stage.name}/${verb}/${path}`;
  return fn.permissions.some(
    ({ action, principal, sourceArn }) =>
      matchesPattern(action.toLowerCase(), 'lambda:invokefunction') &&
      principal === 'apigateway.amazonaws.com' &&
      (sourceArn === undefined || matchesPattern(sourceArn, source)),
  );
}
