import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { PackageFiles } from './function-package';

/** The unpacked functions of one run: a private folder (mode 0700) that goes when the run ends. */
export class TaskFolders {
  readonly #root = mkdtempSync(join(tmpdir(), 'gatehouse-lambda-'));
  #count = 0;

  constructor() {
    // Ends Node's search for the package that a `.js` file belongs to: what lies further up in the temporary folder is none of its business.
    writeFileSync(join(this.#root, 'package.json'), '{}');
    process.once('exit', this.#removeAll);
  }

  /** @returns the new folder: the function's `/var/task` */
  unpack(files: PackageFiles): string {
    this.#count += 1;
    const folder = join(this.#root, String(this.#count));
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      if (name.endsWith('/')) mkdirSync(path, { recursive: true });
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
    }
    return folder;
  }

  remove(): void {
    process.off('exit', this.#removeAll);
    this.#removeAll();
  }

  /** Also when the process ends without having closed. */
  readonly #removeAll = (): void => {
    rmSync(this.#root, { recursive: true, force: true });
  };
}
