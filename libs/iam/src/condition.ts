import { conditionOperator } from './condition-operator';
import type { ConditionOperator } from './condition-operator';
import type { Comparison } from './operators/comparison';
import type { Condition, PolicyDocument } from './policy-document';
import type { RequestContext } from './request-context';
import { every, matchesAlternatives, some } from './truth';
import type { Truth } from './truth';

/** One `Operator: { key: values }` line, ready to be asked. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly matches: (context: RequestContext) => Truth;
  /** The condition keys it hangs on, in lower case. */
  readonly keys: readonly string[];
}

/** @throws Error when the condition was not made by `parsePolicyDocument` and names an operator IAM does not have */
export function compileCondition(
  condition: Condition,
  version: PolicyDocument['version'],
): CompiledCondition {
  const operator = conditionOperator(condition.operator);
  if (!operator) throw new Error(`"${condition.operator}" is not a condition operator of IAM`);
  const key = condition.key.toLowerCase();
  const { comparison } = operator;
  if (comparison === 'Null')
    return { condition, keys: [key], matches: compileNull(condition, key) };
  const operands = condition.values.map((value) => comparison.compile(value, version));
  return {
    condition,
    keys: [key, ...operands.flatMap((operand) => operand.keys)],
    matches: (context) => {
      const found = context.lookup(key);
      if (found === 'unknown') return 'unknown';
      if (found === 'absent') return matchesAbsent(operator, comparison);
      if (isEmptySet(operator, found)) return operator.quantifier === 'all';
      return quantify(operator, comparison, found, (value) =>
        matchesAlternatives(operands, comparison.negated, (operand) =>
          operand.test(value, context),
        ),
      );
    },
  };
}

/** Source: IAM User Guide, "Condition operator to check existence of condition keys". */
function compileNull({ values }: Condition, key: string): CompiledCondition['matches'] {
  return (context) => {
    const found = context.lookup(key);
    return found === 'unknown' ? found : values.includes(String(found === 'absent'));
  };
}

/**
 * Sources: IAM User Guide, "IAM JSON policy elements: Condition operators" (an absent key matches negated operators and `IfExists`)
 * and "Multivalued context keys" (`ForAllValues` is true of no values, `ForAnyValue` is not).
 */
function matchesAbsent(
  { quantifier, ifExists }: ConditionOperator,
  { negated }: Comparison,
): boolean {
  if (ifExists) return true;
  return quantifier === 'none' ? negated : quantifier === 'all';
}

/** Source: IAM User Guide, "Multivalued context keys": to a set operator an empty string is a set without values. */
function isEmptySet({ quantifier }: ConditionOperator, values: readonly string[]): boolean {
  return quantifier !== 'none' && values.every((value) => value === '');
}

/**
 * Without a quantifier AWS documents nothing for a key with several values. Here one value that matches is enough, and a negated
 * operator wants none that does: the second is then always the opposite of the first.
 */
function quantify(
  { quantifier }: ConditionOperator,
  { negated }: Comparison,
  values: readonly string[],
  test: (value: string) => Truth,
): Truth {
  const all = quantifier === 'all' || (quantifier === 'none' && negated);
  return all ? every(values, test) : some(values, test);
}
