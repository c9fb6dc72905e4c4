import type { SettledValues } from '../../resource/values';
import { numberOf, textOf } from '../reading';

const SOURCES = ['filename', 'image_uri', 's3_bucket'];

/** Source: Lambda Developer Guide, "Lambda quotas", and the provider's own checks, in whose words these are. */
const RANGES = [
  { argument: 'memory_size', min: 128, max: 10_240 },
  { argument: 'timeout', min: 1, max: 900 },
];

/** What the provider refuses of a function before it asks AWS. Source: provider's internal/service/lambda/function.go. */
export function functionSettingsProblem(values: SettledValues): string | undefined {
  return sourceProblem(values) ?? handlerProblem(values) ?? rangeProblem(values);
}

function sourceProblem(values: SettledValues): string | undefined {
  const set = SOURCES.filter((name) => textOf(values, name) !== undefined);
  if (set.length === 1) return undefined;
  const choice = `\`${SOURCES.join(',')}\``;
  return set.length === 0
    ? `"filename": one of ${choice} must be specified`
    : `"filename": only one of ${choice} can be specified, but \`${set.join(',')}\` were specified.`;
}

function handlerProblem(values: SettledValues): string | undefined {
  if ((textOf(values, 'package_type') ?? 'Zip') !== 'Zip') return undefined;
  return textOf(values, 'handler') === undefined || textOf(values, 'runtime') === undefined
    ? 'handler and runtime must be set when PackageType is Zip'
    : undefined;
}

function rangeProblem(values: SettledValues): string | undefined {
  for (const { argument, min, max } of RANGES) {
    const value = numberOf(values, argument);
    if (value !== undefined && (value < min || value > max)) {
      return `expected ${argument} to be in the range (${min} - ${max}), got ${value}`;
    }
  }
  return undefined;
}
