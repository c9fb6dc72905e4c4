import { matchGlob } from '../glob';
import { compileTemplate, openTruth, resolveTemplate } from '../policy-variables';
import type { TextRules } from '../policy-variables';

import type { Comparison } from './comparison';

const EXACT: TextRules = { wildcards: false, ignoreCase: false };
const IGNORING_CASE: TextRules = { wildcards: false, ignoreCase: true };
const LIKE: TextRules = { wildcards: true, ignoreCase: false };

/** Source: IAM User Guide, "String condition operators". `BinaryEquals` compares base64 text byte for byte. */
export const STRING_OPERATORS = {
  StringEquals: text(EXACT),
  StringNotEquals: text(EXACT, { negated: true }),
  StringEqualsIgnoreCase: text(IGNORING_CASE),
  StringNotEqualsIgnoreCase: text(IGNORING_CASE, { negated: true }),
  StringLike: text(LIKE),
  StringNotLike: text(LIKE, { negated: true }),
  BinaryEquals: text(EXACT),
} as const satisfies Record<string, Comparison>;

function text(rules: TextRules, { negated = false } = {}): Comparison {
  return {
    negated,
    accepts: () => true,
    expected: 'a string',
    compile: (operand, version) => {
      const template = compileTemplate(operand, version, rules);
      return {
        keys: template.kind === 'variable' ? template.keys : [],
        test: (value, context) => {
          const resolved = resolveTemplate(template, context);
          if (resolved === 'no-value') return resolved;
          const { kind, glob } = resolved;
          const matched = matchGlob(glob, rules.ignoreCase ? value.toLowerCase() : value);
          return kind === 'fixed' ? matched : openTruth(matched);
        },
      };
    },
  };
}
