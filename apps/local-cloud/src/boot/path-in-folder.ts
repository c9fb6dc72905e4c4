import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

export type PathInFolder =
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'missing' };

/**
 * The real path of a file that Terraform names relative to its stack folder, or that it leads out of it: absolute, by `..`,
 * or over a symbolic link. A stack folder may come from anyone; what it names is read and run.
 */
export function pathInFolder(folder: string, path: string): PathInFolder {
  if (isAbsolute(path) || path.split(/[\\/]/).includes('..')) return { kind: 'outside' };
  let real: string;
  let realFolder: string;
  try {
    realFolder = realpathSync.native(folder);
    real = realpathSync.native(join(realFolder, path));
  } catch {
    return { kind: 'missing' };
  }
  const inside = relative(realFolder, real);
  const leaves = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return leaves ? { kind: 'outside' } : { kind: 'inside', path: real };
}
