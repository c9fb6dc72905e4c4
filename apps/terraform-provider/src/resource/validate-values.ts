import type { Diagnostic } from '../protocol/messages';
import { attributeError } from '../protocol/diagnostics';
import type { ResourceFacts } from './resource-facts';
import { inWords, isObject, type Value, type Values } from './values';

/** Refuses what the provider would refuse before it asks AWS. Source of the words: terraform-plugin-sdk, `validation.StringInSlice`. */
export function validateValues(
  { allowed = {} }: ResourceFacts,
  config: Values,
): readonly Diagnostic[] {
  return Object.entries(allowed).flatMap(([path, choice]) =>
    valuesAt(config, path.split('.'))
      .filter(
        (value) =>
          (typeof value === 'string' || typeof value === 'number') && !choice.includes(value),
      )
      .map((value) =>
        attributeError(
          path,
          `expected ${path} to be one of ${JSON.stringify(choice)}, got ${inWords(value)}`,
        ),
      ),
  );
}

function valuesAt(value: Value, path: readonly string[]): readonly Value[] {
  if (Array.isArray(value)) return value.flatMap((item: Value) => valuesAt(item, path));
  const [name, ...below] = path;
  if (name === undefined) return [value];
  return isObject(value) ? valuesAt(value[name] ?? null, below) : [];
}
