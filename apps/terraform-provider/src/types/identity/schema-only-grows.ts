import type { Check } from '../../resource/resource-facts';
import type { Settled, SettledValues } from '../../resource/values';
import { blocksOf, textOf } from '../reading';

/**
 * Attributes of a user pool can be added, never changed or removed; Terraform plans the change all the same.
 * Source: provider's internal/service/cognitoidp/user_pool.go, resourceUserPoolUpdate.
 */
export const schemaOnlyGrows: Check = (values, cloud) => {
  const id = textOf(values, 'id');
  const prior = id === undefined ? undefined : cloud.find('aws_cognito_user_pool', id);
  if (id === undefined || prior === undefined) return undefined;
  const wanted = new Set(blocksOf(values, 'schema').map(comparable));
  return blocksOf(prior, 'schema').every((attribute) => wanted.has(comparable(attribute)))
    ? undefined
    : `updating Cognito User Pool (${id}): cannot modify or remove schema items`;
};

/** What is not set may stand there as null, as the zero of its type or not at all. */
function comparable(attribute: SettledValues): string {
  return JSON.stringify(withoutEmpty(attribute));
}

function withoutEmpty(value: Settled): unknown {
  if (Array.isArray(value)) return (value as readonly Settled[]).map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, item]) => item !== null && item !== '' && item !== false && !isEmptyList(item))
    .map(([name, item]) => [name, withoutEmpty(item)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function isEmptyList(value: Settled): boolean {
  return Array.isArray(value) && value.length === 0;
}
