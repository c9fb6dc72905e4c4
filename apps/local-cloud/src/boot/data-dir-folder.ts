import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes the data folder, folder by folder from the nearest that exists. Node's own `recursive` never ends where the one
 * above is there and none can be made in it: it takes the ENOENT of `/proc/x` for a missing `/proc`, and tries again.
 * @throws the file system's error
 */
export function makeDataFolder(path: string): void {
  const folder = resolve(path);
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) {
    makeDataFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
  // ENOTDIR where it is a file.
  readdirSync(folder);
}

/** What to do about a data folder that cannot be used, as a sentence. */
export function dataFolderAdvice(cause: unknown): string {
  switch (cause instanceof Error && 'code' in cause ? cause.code : undefined) {
    case 'ENOTDIR':
      return 'There is a file where a folder should be: choose another folder with --data-dir.';
    case 'EACCES':
    case 'EPERM':
      return 'Give this user the right to read and write it, or choose another with --data-dir.';
    default:
      return 'Choose another with --data-dir.';
  }
}
