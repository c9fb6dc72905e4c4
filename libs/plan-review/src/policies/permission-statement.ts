import type { Condition, Statement } from '@gatehouse/iam';

import type { ResourceView } from '../resource-view';

/** What stands beside the principal, and the condition that it becomes. Source: Lambda API reference, "AddPermission". */
const ASKS: readonly (readonly [argument: string, operator: string, key: string])[] = [
  ['source_arn', 'ArnLike', 'aws:SourceArn'],
  ['source_account', 'StringEquals', 'aws:SourceAccount'],
  ['principal_org_id', 'StringEquals', 'aws:PrincipalOrgID'],
  ['function_url_auth_type', 'StringEquals', 'lambda:FunctionUrlAuthType'],
  ['event_source_token', 'StringEquals', 'lambda:EventSourceToken'],
];

/** The statement that a permission adds to the policy of its function. @returns undefined where some of it is not known */
export function permissionStatement(permission: ResourceView): Statement | undefined {
  const [action, principal] = [permission.text('action'), permission.text('principal')];
  if (action?.kind !== 'known' || principal?.kind !== 'known') return undefined;
  const conditions: Condition[] = [];
  for (const [argument, operator, key] of ASKS) {
    const value = permission.text(argument);
    if (value?.kind === 'unknown') return undefined;
    if (value !== undefined) conditions.push({ operator, key, values: [value.value] });
  }
  const type = principal.value.endsWith('.amazonaws.com') ? 'Service' : 'AWS';
  return {
    effect: 'Allow',
    actions: { negated: false, patterns: [action.value] },
    principals: { negated: false, anyone: false, byType: { [type]: [principal.value] } },
    conditions,
  };
}
