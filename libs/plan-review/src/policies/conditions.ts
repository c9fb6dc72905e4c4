import { coversPattern, type Condition } from '@gatehouse/iam';

/** True of nobody else than these values say: no `Not…`, and nothing that holds where the key is missing. */
const NAMING = /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals|EqualsIgnoreCase|Like)$/;

/**
 * The values that a key must have, by operators that mean it.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators": `ForAllValues` and `…IfExists` hold where the key is missing.
 * @returns undefined where nothing asks for any
 */
export function valuesAsked(
  conditions: readonly Condition[],
  key: string,
): readonly string[] | undefined {
  return conditions.find((one) => isAbout(one, key) && NAMING.test(one.operator))?.values;
}

const isAbout = ({ key }: Condition, other: string): boolean =>
  key.toLowerCase() === other.toLowerCase();

/** A value that is the same as none: `*`, `?*`, an ARN of every account. */
export function isAnything(value: string): boolean {
  if (coversPattern(value, '?????*')) return true;
  const [, , service = '', , account = '', ...resource] = value.split(':');
  if (!value.startsWith('arn:')) return false;
  const isWild = (part: string): boolean => /[*?]/.test(part);
  return isWild(service) || isWild(account) || (account === '' && /^[*?]/.test(resource.join(':')));
}

/** Keys that whoever asks cannot choose. Source: IAM User Guide, "AWS global condition context keys". */
const SAYS_WHO =
  /^(?:aws:(?:Source(?:Account|Arn|Owner|OrgID|OrgPaths|Vpc|Vpce|VpcArn)|Principal(?:Account|Arn|OrgID|OrgPaths|ServiceName)|userid)|kms:CallerAccount)$/i;
const ADDRESS = /^aws:(?:Vpc)?SourceIp$/i;
/** Shorter ones are a good part of the internet: the widest private network is a /8, and no provider has more than a /12 of IPv6. */
const SHORTEST_PREFIX = { ipv4: 8, ipv6: 12 };

/** Whether it keeps to somebody: a condition that anybody fulfils is none. */
export function isNarrowing({ operator, key, values }: Condition): boolean {
  if (ADDRESS.test(key)) return operator === 'IpAddress' && !values.some(isWideRange);
  return SAYS_WHO.test(key) && NAMING.test(operator) && !values.some(isAnything);
}

function isWideRange(range: string): boolean {
  const [address = '', prefix] = range.split('/');
  const { ipv4, ipv6 } = SHORTEST_PREFIX;
  return prefix !== undefined && Number(prefix) < (address.includes(':') ? ipv6 : ipv4);
}

/** Of one account, organization or resource: as good as naming it, as the policy does that a topic has from the start. */
export function isOfSomebody(condition: Condition): boolean {
  return isNarrowing(condition) && !ADDRESS.test(condition.key);
}
