import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { BootError } from '../boot-error';
import { openDataDir } from './data-dir';
import { makeDataFolder } from './data-dir-folder';

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-dir-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

function assertUnusable(path: string, said: RegExp): void {
  assert.throws(
    () => openDataDir({ path, ephemeral: false, reset: false }),
    (error) => {
      assert.ok(error instanceof BootError);
      assert.equal(error.code, 'ERR_DATA_DIR_UNUSABLE');
      assert.match(error.message, said);
      return true;
    },
  );
}

test('makes every folder on the way for its owner alone, and leaves those that exist', (t) => {
  const parent = temporaryFolder(t);
  makeDataFolder(join(parent, 'new', 'dev'));
  for (const folder of ['new', 'new/dev'])
    assert.equal(statSync(join(parent, folder)).mode & 0o777, 0o700);
  makeDataFolder(join(parent, 'new', 'dev'));
});

test('says that the data folder, or one above it, is a file, and not to give rights to it', (t) => {
  const path = join(temporaryFolder(t), 'file');
  writeFileSync(path, '');
  for (const place of [path, join(path, 'dev')])
    assertUnusable(
      place,
      /a file where a folder should be: choose another folder with --data-dir\.$/,
    );
});

test('ends where no folder can be made, though the one above is there (where there is a /proc to show it)', (t) => {
  if (existsSync('/proc/self'))
    assertUnusable('/proc/gatehouse/dev', /\. Choose another with --data-dir\.$/);
  else t.skip('needs a file system such as the /proc of Linux');
});
