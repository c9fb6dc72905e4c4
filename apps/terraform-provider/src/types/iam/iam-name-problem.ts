import type { SettledValues } from '../../resource/values';
import { NAME_SUFFIX_LENGTH } from '../generated-name';
import { textOf } from '../reading';

/** What the provider takes as a name, in its words. Source: provider's internal/service/iam/validate.go, validResourceName. */
export function iamNameProblem(values: SettledValues, maxLength: number): string | undefined {
  return (
    nameProblem('name', textOf(values, 'name'), maxLength) ??
    nameProblem('name_prefix', textOf(values, 'name_prefix'), maxLength - NAME_SUFFIX_LENGTH)
  );
}

function nameProblem(
  argument: string,
  name: string | undefined,
  maxLength: number,
): string | undefined {
  if (name === undefined) return undefined;
  if (name.length > maxLength) {
    return `expected length of ${argument} to be in the range (1 - ${maxLength}), got ${name}`;
  }
  return /^[0-9A-Za-z=,.@_+-]+$/.test(name)
    ? undefined
    : `invalid value for ${argument} (must match [\\w+=,.@-]): ${name}`;
}
