import type { Condition, PolicyDocument, Statement } from '@gatehouse/iam';

/** Condition keys that narrow a statement to somebody in particular, when held to fixed values. */
const NARROWING_KEYS = new Set([
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
const NARROWING_OPERATORS = ['StringEquals', 'StringLike', 'ArnEquals', 'ArnLike'];
/** Wider ranges count as everyone. */
const MIN_IPV4_PREFIX = 8;
const MIN_IPV6_PREFIX = 32;

/**
 * Whether S3 takes a bucket policy for public: public until every statement that allows something names fixed principals, or holds
 * everyone to fixed values of a key such as `aws:SourceVpce` or to a small enough range of `aws:SourceIp`.
 * Source: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage", "The meaning of public".
 */
export function isPublicPolicy({ statements }: PolicyDocument): boolean {
  return statements.some(
    (statement) =>
      statement.effect === 'Allow' &&
      isForEveryone(statement) &&
      !statement.conditions.some(narrows),
  );
}

function isForEveryone({ principals }: Statement): boolean {
  if (!principals) return false;
  return (
    principals.negated || Object.values(principals.byType).some((names) => names.includes('*'))
  );
}

function narrows({ operator, key, values }: Condition): boolean {
  const lowerCaseKey = key.toLowerCase();
  if (operator === 'IpAddress' && lowerCaseKey === 'aws:sourceip')
    return values.every(isSmallRange);
  return (
    NARROWING_OPERATORS.includes(operator) &&
    NARROWING_KEYS.has(lowerCaseKey) &&
    values.every((value) => !/[*?]|\$\{/.test(value))
  );
}

function isSmallRange(range: string): boolean {
  const [address = '', prefix] = range.split('/');
  if (prefix === undefined) return true;
  return Number(prefix) >= (address.includes(':') ? MIN_IPV6_PREFIX : MIN_IPV4_PREFIX);
}
