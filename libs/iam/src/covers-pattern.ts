import { coversGlob } from './compare-globs';
import { compileGlob } from './glob';

/**
 * Whether every text that `narrow` matches is one that `wide` matches (`*` any run of characters, `?` one). Never wrongly true. Takes at
 * most `wide × narrow` steps.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
export function coversPattern(wide: string, narrow: string): boolean {
  // What a policy variable stands for may be anything.
  const widest = narrow.replace(/\$\{[^}]*\}/g, '*');
  return wide === narrow || coversGlob(compileGlob(wide), compileGlob(widest));
}

/** Where a policy variable has no value, nothing matches, and nothing is ruled out either: the whole statement does not apply. */
export function hasVariable(pattern: string): boolean {
  return pattern.includes('${');
}
