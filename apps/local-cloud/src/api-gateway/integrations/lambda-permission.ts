import { describeDecision, evaluate, type Decision, type PolicyDocument } from '@gatehouse/iam';
import type { LambdaFunction, LambdaPermission, RestApi } from '@gatehouse/auth-model';

const SERVICE = 'apigateway.amazonaws.com';

/** Asks a function's resource policy whether API Gateway may call it for a method. */
export type InvokePermission = (stage: string, httpMethod: string) => Decision;

/**
 * A function is called by API Gateway only with a permission that names the service and a source ARN that covers the method.
 * Source: Lambda Developer Guide, "Using resource-based policies in Lambda"; API Gateway calls with the method's own path.
 */
export function createInvokePermission(
  fn: Pick<LambdaFunction, 'arn' | 'name' | 'permissions'>,
  api: Pick<RestApi, 'executionArn'>,
  accountId: string,
  resourcePath: string,
): InvokePermission {
  const name = `resource policy of function ${fn.name}`;
  const document = toPolicy(fn);
  const decided = new Map<string, Decision>();
  return (stage, httpMethod) => {
    const sourceArn = `${api.executionArn}/${stage}/${httpMethod}${resourcePath}`;
    const known = decided.get(sourceArn);
    if (known !== undefined) return known;
    const decision = evaluate([{ name, document }], {
      action: 'lambda:InvokeFunction',
      resource: fn.arn,
      principal: { type: 'Service', value: SERVICE },
      context: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': accountId },
    });
    decided.set(sourceArn, decision);
    return decision;
  };
}

export function describeRefusedInvoke(
  decision: Decision,
  fn: Pick<LambdaFunction, 'name'>,
): string {
  return `API Gateway may not invoke function ${fn.name}: its resource policy ${describeDecision(decision)}`;
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

function toStatement(
  { action, principal, sourceArn }: LambdaPermission,
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
    conditions:
      sourceArn === undefined
        ? []
        : [{ operator: 'ArnLike', key: 'AWS:SourceArn', values: [sourceArn] }],
  };
}
