import type { PolicyDocument } from '../policy-document';
import type { RequestContext } from '../request-context';
import type { AlternativeTruth } from '../truth';

/** How one value of the request compares with one operand of the policy. */
export interface Comparison {
  /** `StringNotEquals`: matches when no operand does. */
  readonly negated: boolean;
  /** Whether a policy may write this operand. */
  readonly accepts: (operand: string) => boolean;
  readonly expected: string;
  readonly compile: (operand: string, version: PolicyDocument['version']) => Operand;
}

interface Operand {
  readonly test: (value: string, context: RequestContext) => AlternativeTruth;
  /** Condition keys that the operand's variables name, in lower case. */
  readonly keys: readonly string[];
}

/** A comparison of typed values. A request value that is not of the type does not match. */
export function typedComparison<T>(options: {
  readonly negated?: boolean;
  readonly expected: string;
  readonly parse: (text: string) => T | undefined;
  readonly holds: (value: T, operand: T) => boolean;
}): Comparison {
  const { negated = false, expected, parse, holds } = options;
  return {
    negated,
    expected,
    accepts: (operand) => parse(operand) !== undefined,
    compile: (text) => {
      const operand = parse(text);
      return {
        keys: [],
        test: (written) => {
          const value = parse(written);
          return value !== undefined && operand !== undefined && holds(value, operand);
        },
      };
    },
  };
}
