import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import mime from 'mime-types';

import { pathInFolder } from '../boot/path-in-folder';
import { RUNTIME_CONFIG_KEY } from './local-endpoints';
import { MAX_OBJECT_BYTES } from './stack-objects';
import type { ObjectSource, StoredObject } from './stored-object';

/**
 * A folder of freshly built files in front of the stack's objects, looked at anew with each request, so that a page shows the last
 * build without another synthesis. The runtime configuration stays the stack's: a folder cannot know its ids.
 */
export function overlayObjects(siteDir: string, beneath: ObjectSource): ObjectSource {
  return { find: (key) => findFile(siteDir, key) ?? beneath.find(key) };
}

function findFile(siteDir: string, key: string): StoredObject | undefined {
  if (key === RUNTIME_CONFIG_KEY || !isPlainPath(key)) return undefined;
  const file = pathInFolder(siteDir, key);
  if (file.kind !== 'inside') return undefined;
  const stats = statSync(file.path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > MAX_OBJECT_BYTES) return undefined;
  const contentType = mime.contentType(basename(key));
  return {
    key,
    ...(contentType !== false && { contentType }),
    // The next build may have other bytes under the same name.
    cacheControl: 'no-cache',
    lastModifiedMs: stats.mtimeMs,
    read: () => readFile(file.path),
  };
}

/** One file has one key: no empty, `.` or `..` segment, no backslash. */
function isPlainPath(key: string): boolean {
  return (
    !key.includes('\\') &&
    key.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  );
}
