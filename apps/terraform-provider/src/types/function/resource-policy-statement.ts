import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';

const CONDITIONS = [
  { argument: 'source_account', operator: 'StringEquals', key: 'AWS:SourceAccount' },
  { argument: 'event_source_token', operator: 'StringEquals', key: 'lambda:EventSourceToken' },
  {
    argument: 'function_url_auth_type',
    operator: 'StringEquals',
    key: 'lambda:FunctionUrlAuthType',
  },
  { argument: 'principal_org_id', operator: 'StringEquals', key: 'aws:PrincipalOrgID' },
  { argument: 'source_arn', operator: 'ArnLike', key: 'AWS:SourceArn' },
] as const;

/** As Lambda writes a permission into the function's policy. Source: provider's internal/service/lambda/permission.go, which reads it back. */
export function resourcePolicyStatement(values: SettledValues, functionArn: string): SettledValues {
  const conditions: Record<string, Record<string, string>> = {};
  for (const { argument, operator, key } of CONDITIONS) {
    const value = textOf(values, argument);
    if (value !== undefined) conditions[operator] = { ...conditions[operator], [key]: value };
  }
  return {
    Sid: textOf(values, 'statement_id') ?? 'terraform-20260101000000000000000001',
    Effect: 'Allow',
    Principal: principalOf(textOf(values, 'principal') ?? ''),
    Action: textOf(values, 'action') ?? '',
    Resource: functionArn,
    ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
  };
}

function principalOf(principal: string): SettledValues | string {
  if (principal === '*') return '*';
  if (principal.includes('.amazonaws.com')) return { Service: principal };
  return { AWS: /^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal };
}
