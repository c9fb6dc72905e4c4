import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { strToU8, zipSync } from 'fflate';

/** A client build in small, with names that `ng build` gave: hashed files, one in a folder, and files that keep their name. */
export const CLIENT_FILES = {
  'chunk-BUCYoZOd.js': 'export const secure = 1;',
  'chunk-n1wdDxF-.js': 'export const vip = 1;',
  'favicon.ico': 'an icon',
  'index.html': '<!doctype html><script src="main-5KQ5TIA4.js"></script>',
  'main-5KQ5TIA4.js': 'console.log("main")',
  'media/letters-EFGH5672.woff2': 'letters',
  'my-document.pdf': 'a document',
  'styles-RSO5MYGO.css': 'body { margin: 0 }',
} as const;

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the process is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-synth-'));
  folders.push(folder);
  return folder;
}

export interface BuildContents {
  /** @default a function that answers 200 */
  readonly code?: string;
  /** @default CLIENT_FILES */
  readonly client?: Readonly<Record<string, string>>;
}

/** A `dist/` with both builds. @returns its path */
export function writeBuilds({ code, client }: BuildContents = {}): string {
  const dist = temporaryFolder();
  for (const [name, text] of Object.entries(client ?? CLIENT_FILES))
    write(join(dist, 'client', 'browser', name), text);
  write(join(dist, 'api', 'function.zip'), zip(code ?? 'export const handler = () => ({});'));
  return dist;
}

function zip(code: string): Uint8Array {
  return zipSync({ 'index.mjs': [strToU8(code), { mtime: new Date(1980, 0, 1) }] });
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
