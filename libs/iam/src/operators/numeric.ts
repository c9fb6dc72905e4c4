import { typedComparison } from './comparison';
import type { Comparison } from './comparison';

type Holds = (value: number, operand: number) => boolean;

/** Source: IAM User Guide, "Numeric condition operators". */
export const NUMERIC_OPERATORS = {
  NumericEquals: numeric((value, operand) => value === operand),
  NumericNotEquals: numeric((value, operand) => value === operand, { negated: true }),
  NumericLessThan: numeric((value, operand) => value < operand),
  NumericLessThanEquals: numeric((value, operand) => value <= operand),
  NumericGreaterThan: numeric((value, operand) => value > operand),
  NumericGreaterThanEquals: numeric((value, operand) => value >= operand),
} as const satisfies Record<string, Comparison>;

function numeric(holds: Holds, { negated = false } = {}): Comparison {
  return typedComparison({ negated, expected: 'a decimal number', parse: parseNumber, holds });
}

function parseNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}
