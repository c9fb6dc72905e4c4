import { cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

import { temporaryFolder } from '../../synth/fixture-builds';
import type { Environment } from './workflow';

/** What the jobs of one run hand to each other. */
export class Artifacts {
  readonly #folder = temporaryFolder();
  #made = 0;
  /** Id → name. */
  readonly #ids = new Map<string, string>();

  /** As `actions/upload-artifact` v4 documents it: paths by pattern, `!` excludes, and hidden files stay out unless they are asked for. */
  upload(
    folder: string,
    { name = '', path = '', ...given }: Environment,
  ): { 'artifact-id': string } {
    if (this.has(name) && given.overwrite !== 'true') throw new Error(`there is ${name} already`);
    rmSync(join(this.#folder, name), { recursive: true, force: true });
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
    for (const [id, other] of this.#ids) if (other === name) this.#ids.delete(id);
    this.#made += 1;
    this.#ids.set(String(this.#made), name);
    return { 'artifact-id': String(this.#made) };
  }

  has(name: string): boolean {
    return existsSync(join(this.#folder, name));
  }

  /** As a download from another run does. */
  copy(name: string, to: Artifacts): void {
    cpSync(join(this.#folder, name), join(to.#folder, name), { recursive: true });
  }

  /** By a name, or by an id: then in a folder of its own, unless several may be merged. @returns whether there is one */
  download(folder: string, { name, path = '.', ...given }: Environment): boolean {
    const found = name ?? this.#ids.get(given['artifact-ids'] ?? '') ?? '';
    if (found === '' || !this.has(found)) return false;
    const isNested = name === undefined && given['merge-multiple'] !== 'true';
    const to = isNested ? join(folder, path, found) : join(folder, path);
    cpSync(join(this.#folder, found), to, { recursive: true });
    return true;
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
