import { byBytes } from './go-json';

export interface ConditionBlock {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[];
}

/** Operators and keys are sorted, values are not. Source: internal/service/iam/policy_model.go, iamPolicyStatementConditionSet.MarshalJSON. */
export function writeConditions(
  blocks: readonly ConditionBlock[],
): Readonly<Record<string, unknown>> {
  const tests = new Map<string, Map<string, readonly string[]>>();
  for (const { test, variable, values } of blocks) {
    const variables = tests.get(test) ?? new Map<string, readonly string[]>();
    variables.set(variable, [...(variables.get(variable) ?? []), ...values]);
    tests.set(test, variables);
  }
  return sorted(tests, (variables) =>
    sorted(variables, (values) => (values.length === 1 ? values[0] : values)),
  );
}

function sorted<T>(
  map: ReadonlyMap<string, T>,
  write: (value: T) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...map].sort(([a], [b]) => byBytes(a, b)).map(([name, value]) => [name, write(value)]),
  );
}
