/** Kleene's third value: it hangs on something that is not known yet. */
export type Truth = boolean | 'unknown';

/** True when all are, false when one is, whatever the others may turn out to be. */
export function every<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = test(item);
    if (truth === false) return false;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** True when one is, false when none is. */
export function some<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) {
    const truth = test(item);
    if (truth === true) return true;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/**
 * `no-value`: a policy variable has none in this request. `false-or-no-value`: it is not known whether it has one, but none that it
 * could have would match.
 */
export type AlternativeTruth = Truth | 'no-value' | 'false-or-no-value';

/**
 * Whether one of several alternatives matches, or, `negated`, none of them. An alternative whose policy variable has no value in this
 * request never matches, and keeps the negation from matching as well.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags" (a statement whose variable cannot be resolved is not valid).
 */
export function matchesAlternatives<T>(
  alternatives: readonly T[],
  negated: boolean,
  test: (alternative: T) => AlternativeTruth,
): Truth {
  let found: Truth = false;
  let withoutValue: Truth = false;
  for (const alternative of alternatives) {
    const truth = test(alternative);
    if (truth === true) return !negated;
    if (truth === 'unknown') found = 'unknown';
    if (truth === 'no-value') withoutValue = true;
    else if (truth === 'false-or-no-value' && withoutValue === false) withoutValue = 'unknown';
  }
  if (!negated) return found;
  if (withoutValue === true) return false;
  return withoutValue === 'unknown' ? withoutValue : not(found);
}

function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}
