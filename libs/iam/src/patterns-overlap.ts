import { globsOverlap } from './compare-globs';
import { compileGlob } from './glob';

/**
 * Whether some text matches both patterns (`*` any run of characters, `?` one): those of a grant and of a route with parameters in its
 * path, say. Takes at most `left × right` steps.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
export function patternsOverlap(left: string, right: string): boolean {
  return globsOverlap(compileGlob(left), compileGlob(right));
}
