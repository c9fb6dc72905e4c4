import { known, type Known, type Unknown } from '@gatehouse/terraform-json';

import type { Login } from '../decide';
import type { RoleMappingRule } from '../model-identity';

/** How a claim is compared with the value of a rule. Source: identity pools API reference, "MappingRule". */
const MATCHES = {
  Equals: (claim, value) => claim === value,
  Contains: (claim, value) => claim.includes(value),
  StartsWith: (claim, value) => claim.startsWith(value),
  NotEqual: (claim, value) => claim !== value,
} as const satisfies Record<
  RoleMappingRule['matchType'],
  (claim: string, value: string) => boolean
>;

/** Whether a rule matches the token. A claim that the token lacks matches no rule, `NotEqual` included. */
export function matchRule(
  rule: Pick<RoleMappingRule, 'claim' | 'matchType' | 'value'>,
  { claims, moreClaims = false }: Login,
): Known<boolean> | Unknown {
  const claim = Object.hasOwn(claims, rule.claim) ? claims[rule.claim] : undefined;
  if (claim === undefined || claim === null) {
    const because = `it depends on the claim ${rule.claim} of the token`;
    return moreClaims ? { kind: 'unknown', because } : known(false);
  }
  // An empty list is a claim that the token leaves out.
  if (Array.isArray(claim) && claim.length === 0) return known(false);
  if (typeof claim === 'string' || typeof claim === 'number' || typeof claim === 'boolean') {
    return known(MATCHES[rule.matchType](String(claim), rule.value));
  }
  return matchList(rule, claim);
}

/**
 * AWS does not document how a rule compares a list, such as that of the groups. Public stacks choose roles by `Contains` and the name of
 * a group, so that much is taken for certain where both readings agree: an item of the list, and a part of its text.
 */
function matchList(
  { claim: name, matchType, value }: Pick<RoleMappingRule, 'claim' | 'matchType' | 'value'>,
  claim: unknown,
): Known<boolean> | Unknown {
  if (matchType === 'Contains' && Array.isArray(claim)) {
    if (claim.includes(value)) return known(true);
    if (!JSON.stringify(claim).includes(value)) return known(false);
  }
  const because = `AWS does not document how a rule compares the list in the claim ${name}, and "${matchType} ${value}" depends on that`;
  return { kind: 'unknown', because };
}
