import { ARN_OPERATORS } from './operators/arn';
import { BOOL_OPERATORS } from './operators/bool';
import { DATE_OPERATORS } from './operators/date';
import { IP_ADDRESS_OPERATORS } from './operators/ip-address';
import { NUMERIC_OPERATORS } from './operators/numeric';
import type { Comparison } from './operators/comparison';
import { STRING_OPERATORS } from './operators/string';

/** All operators of the grammar but `Null`, which compares nothing. A new one is a line in its file. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  ...STRING_OPERATORS,
  ...NUMERIC_OPERATORS,
  ...DATE_OPERATORS,
  ...BOOL_OPERATORS,
  ...IP_ADDRESS_OPERATORS,
  ...ARN_OPERATORS,
};

export interface ConditionOperator {
  /** `Null` asks for presence; all others compare. */
  readonly comparison: Comparison | 'Null';
  /** `ForAllValues:`, `ForAnyValue:`, or neither. */
  readonly quantifier: 'all' | 'any' | 'none';
  /** Whether an absent key matches. */
  readonly ifExists: boolean;
  /** Whether a policy may write this operand. */
  readonly accepts: (operand: string) => boolean;
  /** What operands look like, for a message. */
  readonly expected: string;
}

const WRITTEN = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;

/**
 * Takes an operator as written apart: `ForAnyValue:StringLikeIfExists`.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 * @returns undefined when IAM has no such operator
 */
export function conditionOperator(written: string): ConditionOperator | undefined {
  const [, prefix, name = '', suffix] = WRITTEN.exec(written) ?? [];
  const quantifier = prefix === 'ForAllValues' ? 'all' : prefix === 'ForAnyValue' ? 'any' : 'none';
  const ifExists = suffix !== undefined;
  if (name === 'Null') {
    if (ifExists || quantifier !== 'none') return undefined;
    return {
      comparison: 'Null',
      quantifier,
      ifExists,
      accepts: (operand) => operand === 'true' || operand === 'false',
      expected: '"true" or "false"',
    };
  }
  const comparison = Object.hasOwn(COMPARISONS, name) ? COMPARISONS[name] : undefined;
  if (!comparison) return undefined;
  const { accepts, expected } = comparison;
  return { comparison, quantifier, ifExists, accepts, expected };
}
