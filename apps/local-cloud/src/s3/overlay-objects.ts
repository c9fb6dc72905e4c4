import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { pathInFolder } from '../boot/path-in-folder';
import { RUNTIME_CONFIG_KEY } from './local-endpoints';
import { MAX_OBJECT_BYTES } from './stack-objects';
import type { ObjectSource, StoredObject } from './stored-object';

export interface SiteOverlay {
  readonly siteDir: string;
  /** Of a file name. Given, because the table of all types is large and only development asks for it. */
  readonly contentTypeOf: (fileName: string) => string | undefined;
}

/**
 * A folder of freshly built files in front of the stack's objects, looked at anew with each request, so that a page shows the last
 * build without another synthesis. The runtime configuration stays the stack's: a folder cannot know its ids.
 */
export function overlayObjects(site: SiteOverlay, beneath: ObjectSource): ObjectSource {
  return { find: (key) => findFile(site, key) ?? beneath.find(key) };
}

function findFile({ siteDir, contentTypeOf }: SiteOverlay, key: string): StoredObject | undefined {
  if (key === RUNTIME_CONFIG_KEY || !isPlainPath(key)) return undefined;
  const file = pathInFolder(siteDir, key);
  if (file.kind !== 'inside') return undefined;
  const stats = statSync(file.path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > MAX_OBJECT_BYTES) return undefined;
  const contentType = contentTypeOf(basename(key));
  return {
    key,
    ...(contentType !== undefined && { contentType }),
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
