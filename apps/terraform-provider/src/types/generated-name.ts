import type { Cloud } from '../resource/cloud';
import type { SettledValues } from '../resource/values';
import { textOf } from './reading';

/** Length of what is appended to a prefix. Source: terraform-plugin-sdk v2.38, helper/id/id.go, UniqueIDSuffixLength. */
export const NAME_SUFFIX_LENGTH = 26;

const DEFAULT_PREFIX = 'terraform-';

export interface NameArguments {
  readonly name: string;
  readonly prefix: string;
  /** @default none */
  readonly suffix?: string;
}

/**
 * The name that is configured; else one that begins with the configured prefix; else one that begins with `terraform-`.
 * Source: provider's internal/create/naming.go.
 */
export function generatedName(
  values: SettledValues,
  cloud: Cloud,
  { name, prefix, suffix = '' }: NameArguments,
): string {
  const configured = textOf(values, name);
  if (configured !== undefined) return configured;
  const start = textOf(values, prefix) ?? DEFAULT_PREFIX;
  return `${start}${cloud.newId('name-suffix', start)}${suffix}`;
}

/** As the provider reads the prefix back out of a name: only where the name ends as a generated one does. */
export function prefixOfName(name: string, suffix = ''): string {
  const generated = new RegExp(`^(.+)[0-9a-fA-F]{${String(NAME_SUFFIX_LENGTH)}}$`);
  const stem = name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
  return generated.exec(stem)?.[1] ?? '';
}
