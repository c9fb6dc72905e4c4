import { compileGlob, matchGlob } from './glob';

/**
 * Whether IAM's wildcards match: `*` is any run of characters, `/` and `:` included, `?` exactly one. Case-sensitive, as resources
 * are; compare actions in lower case. Takes at most pattern × value steps, whatever the pattern.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
export function matchesPattern(pattern: string, value: string): boolean {
  return matchGlob(compileGlob(pattern), value);
}
