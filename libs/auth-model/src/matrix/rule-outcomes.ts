import { matchRule } from '../decide/match-rule';
import type { RoleMapping, RoleMappingRule } from '../model-identity';

/** One way in which the rules of a role mapping can come out. */
export interface RuleOutcome {
  /** ` where department = "staff"`; empty where no rule matches. */
  readonly suffix: string;
  /** Of a token for which it comes out so: claims that rules look at, and it has no others of those. */
  readonly claims: Readonly<Record<string, string>>;
  /** The claim has that very value, and not just one like it. */
  readonly isExact: boolean;
}

/** A character that no rule has in its value. */
const OTHER = '\uffff';

const WORDS: Readonly<Record<RoleMappingRule['matchType'], string>> = {
  Equals: '=',
  Contains: 'contains',
  StartsWith: 'starts with',
  NotEqual: 'is not',
};

/**
 * No rule matches, or one does and none before it: that is all that can come of rules. A rule whose every claim one before it takes has
 * no outcome of its own.
 * @param mapping @default one that has no rules
 * @param fixed claims that every token of this login has
 */
export function ruleOutcomes(
  mapping: RoleMapping | undefined,
  fixed: Readonly<Record<string, string>>,
): readonly RuleOutcome[] | undefined {
  if (mapping?.type.kind !== 'known' || mapping.type.value !== 'Rules') return undefined;
  const { rules } = mapping;
  const matching = rules.flatMap((rule, index) => {
    const value = witness(rule, rules.slice(0, index), fixed[rule.claim]);
    if (value === undefined) return [];
    return {
      suffix: ` where ${rule.claim} ${WORDS[rule.matchType]} ${JSON.stringify(rule.value)}`,
      claims: { [rule.claim]: value },
      isExact: rule.matchType === 'Equals',
    };
  });
  return [{ suffix: '', claims: {}, isExact: false }, ...matching];
}

/** A value of the claim that this rule matches, and none of those before. */
function witness(
  rule: RoleMappingRule,
  before: readonly RoleMappingRule[],
  fixed: string | undefined,
): string | undefined {
  const rivals = before.filter(({ claim }) => claim === rule.claim);
  const { value } = rule;
  const likely = [
    value,
    value + OTHER,
    OTHER + value,
    OTHER + value + OTHER,
    OTHER,
    ...rivals.map((rival) => rival.value),
  ];
  const isMatch = (one: RoleMappingRule, text: string): boolean => {
    const match = matchRule(one, { provider: '', claims: { [one.claim]: text } });
    return match.kind === 'known' && match.value;
  };
  return (fixed === undefined ? likely : [fixed]).find(
    (text) => isMatch(rule, text) && !rivals.some((rival) => isMatch(rival, text)),
  );
}
