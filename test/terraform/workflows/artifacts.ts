import { cpSync, existsSync, globSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

import { temporaryFolder } from '../../synth/fixture-builds';
import type { Environment } from './workflow';

/** What the jobs of one run hand to each other. */
export class Artifacts {
  readonly #folder = temporaryFolder();

  /** As `actions/upload-artifact` v4 documents it: paths by pattern, `!` excludes, and hidden files stay out unless they are asked for. */
  upload(folder: string, { name = '', path = '', ...given }: Environment): void {
    const lines = path.trim().split('\n');
    const [excluded, included] = [true, false].map((excludes) =>
      lines.filter((line) => line.startsWith('!') === excludes),
    );
    const out = (excluded ?? []).map((line) => join(folder, line.slice(1)));
    const roots = (included ?? []).flatMap((line) => globSync(join(folder, line)));
    if (roots.length === 0) throw new Error(`nothing to upload at ${path}`);
    const target = join(this.#folder, name);
    const top = lowestCommonFolder(roots);
    const wanted = (file: string): boolean =>
      !out.some((one) => file === one || file.startsWith(one + sep)) &&
      (given['include-hidden-files'] === 'true' || !basename(file).startsWith('.'));
    for (const root of roots) {
      const to = join(target, relative(top, root));
      mkdirSync(dirname(to), { recursive: true });
      cpSync(root, to, { recursive: true, filter: wanted });
    }
  }

  has(name: string): boolean {
    return existsSync(join(this.#folder, name));
  }

  /** As a download from another run does. */
  copy(name: string, to: Artifacts): void {
    cpSync(join(this.#folder, name), join(to.#folder, name), { recursive: true });
  }

  download(folder: string, { name = '', path = '.' }: Environment): void {
    cpSync(join(this.#folder, name), join(folder, path), { recursive: true });
  }
}

/** The folder whose contents the artifact holds: of one folder, that folder itself. */
function lowestCommonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  if (others.length === 0) return first;
  let top = dirname(first);
  while (!others.every((path) => path.startsWith(top + sep))) top = dirname(top);
  return top;
}
