import { matchRule } from '../decide/match-rule';
import type { RoleMapping, RoleMappingRule } from '../model-identity';
import { claimValues, type EveryTokenHas } from './claim-values';

/** One way in which the rules of a role mapping can come out. */
export interface RuleOutcome {
  /** ` where department = "staff"`; empty where no rule matches. */
  readonly suffix: string;
  /** Of a token for which it comes out so: claims that rules look at, and it has no others of those. */
  readonly claims: Readonly<Record<string, string>>;
  /** The claim has that very value, and not just one like it. */
  readonly isExact: boolean;
}

const WORDS: Readonly<Record<RoleMappingRule['matchType'], string>> = {
  Equals: '=',
  Contains: 'contains',
  StartsWith: 'starts with',
  NotEqual: 'is not',
};

/**
 * No rule matches, or one does and none before it: that is all that can come of rules. What no token can have is no outcome: a rule
 * whose every claim one before it takes, or that no rule matches where one is about a claim that every token has and matches them all.
 * @param mapping @default one that has no rules
 * @param always claims that every token of this login has
 */
export function ruleOutcomes(
  mapping: RoleMapping | undefined,
  always: EveryTokenHas,
): readonly RuleOutcome[] | undefined {
  if (mapping?.type.kind !== 'known' || mapping.type.value !== 'Rules') return undefined;
  const { rules } = mapping;
  const shapeOf = (claim: string): EveryTokenHas[string] | undefined =>
    Object.hasOwn(always, claim) ? always[claim] : undefined;
  const matching = rules.flatMap((rule, index) => {
    const before = rules.slice(0, index);
    const value = witness(rule, before, shapeOf(rule.claim) ?? 'text');
    if (value === undefined || !canMatchNone(before, rule.claim, shapeOf)) return [];
    return {
      suffix: ` where ${rule.claim} ${WORDS[rule.matchType]} ${JSON.stringify(rule.value)}`,
      claims: { [rule.claim]: value },
      isExact: rule.matchType === 'Equals',
    };
  });
  const none = { suffix: '', claims: {}, isExact: false };
  return canMatchNone(rules, undefined, shapeOf) ? [none, ...matching] : matching;
}

/** Whether there is a token that none of these rules matches, but for those about one claim. */
function canMatchNone(
  rules: readonly RoleMappingRule[],
  except: string | undefined,
  shapeOf: (claim: string) => EveryTokenHas[string] | undefined,
): boolean {
  return [...new Set(rules.map(({ claim }) => claim))].every((claim) => {
    const shape = shapeOf(claim);
    // A token may lack the claim, or somebody may be in no group.
    if (claim === except || shape === undefined || shape === 'list') return true;
    const about = rules.filter((rule) => rule.claim === claim);
    return claimValues(shape, about).some((text) => !about.some((rule) => isMatch(rule, text)));
  });
}

/** A value of the claim that this rule matches, and none of those before. */
function witness(
  rule: RoleMappingRule,
  before: readonly RoleMappingRule[],
  shape: EveryTokenHas[string],
): string | undefined {
  const rivals = before.filter(({ claim }) => claim === rule.claim);
  return claimValues(shape, [rule, ...rivals]).find(
    (text) => isMatch(rule, text) && !rivals.some((rival) => isMatch(rival, text)),
  );
}

function isMatch(rule: RoleMappingRule, text: string): boolean {
  const match = matchRule(rule, { provider: '', claims: { [rule.claim]: text } });
  return match.kind === 'known' && match.value;
}
