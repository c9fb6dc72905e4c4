import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Figure } from './statistics';

const SITE = 'dist/client/browser';
const NAMED_BY_PAGE = /(?:src|href)="([^":]+\.(?:js|css))"/g;
/** `import"./x.js"` and `from"./x.js"`, not `import("./x.js")`: that one waits until it is needed. */
const IMPORTED_AT_ONCE = /(?:import|from)"\.\/([^"]+\.js)"/g;

/** What a browser loads before the first screen: the page, what it names, and whatever those import at once. */
export function measureClientWeight(): readonly Figure[] {
  const files = new Set(['index.html']);
  for (const file of files) {
    const text = readFileSync(join(SITE, file), 'utf8');
    const names = file.endsWith('.html') ? NAMED_BY_PAGE : IMPORTED_AT_ONCE;
    for (const [, name = ''] of text.matchAll(names)) files.add(name);
  }
  const sizes = [...files].map(
    (file) => gzipSync(readFileSync(join(SITE, file)), { level: 9 }).length,
  );
  const kb = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
  return [
    {
      name: 'client, initial',
      value: `${kb.toFixed(1)} KB gz`,
      baseline: `${files.size} files`,
      goal: '≤ 85 KB gz',
      met: kb <= 85,
    },
  ];
}
