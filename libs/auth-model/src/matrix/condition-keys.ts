import { settledStatements, type SettledPolicy } from './settled-statements';

/** A policy variable: a condition key, perhaps with a default. */
const VARIABLE = /\$\{\s*([^\s:{},']+:[^{},']*?)\s*(?:,[^}]*)?\}/g;

/**
 * Every condition key that the policies ask for, in lower case.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition" and "IAM policy elements: Variables and tags".
 */
export function conditionKeysOf(policies: readonly SettledPolicy[]): readonly string[] {
  const keys = settledStatements(policies).flatMap(({ statement: { conditions, resources } }) => {
    const texts = [...(resources?.patterns ?? []), ...conditions.flatMap(({ values }) => values)];
    const variables = texts.flatMap((text) =>
      [...text.matchAll(VARIABLE)].map(([, key]) => key ?? ''),
    );
    return [...conditions.map(({ key }) => key), ...variables];
  });
  return [...new Set(keys.map((key) => key.toLowerCase()))];
}
