import { typedComparison } from './comparison';
import type { Comparison } from './comparison';

/** Source: IAM User Guide, "Boolean condition operators". */
export const BOOL_OPERATORS = {
  Bool: typedComparison({
    expected: '"true" or "false"',
    parse: parseBoolean,
    holds: (value, operand) => value === operand,
  }),
} as const satisfies Record<string, Comparison>;

function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}
