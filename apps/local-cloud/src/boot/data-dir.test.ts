import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { BootError } from '../boot-error';
import { openDatabase } from '../store/database';
import { openDataDir } from './data-dir';

const KEEP = { ephemeral: false, reset: false };

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-dir-'));
  t.after(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('makes the folder and a token that only its owner may read', (t) => {
  const path = join(temporaryFolder(t), 'new', 'dev');
  const { operatorTokenFile, operatorToken } = openDataDir({ path, ...KEEP });
  assert.equal(readFileSync(operatorTokenFile, 'utf8').trim(), operatorToken);
  assert.equal(statSync(operatorTokenFile).mode & 0o777, 0o600);
  assert.equal(statSync(path).mode & 0o777, 0o700);
});

test('keeps its token from start to start', (t) => {
  const path = temporaryFolder(t);
  const first = openDataDir({ path, ...KEEP }).operatorToken;
  assert.equal(openDataDir({ path, ...KEEP }).operatorToken, first);
});

test('takes the right to read a token away from others', (t) => {
  const path = temporaryFolder(t);
  const { operatorTokenFile } = openDataDir({ path, ...KEEP });
  chmodSync(operatorTokenFile, 0o644);
  openDataDir({ path, ...KEEP });
  assert.equal(statSync(operatorTokenFile).mode & 0o777, 0o600);
});

test('forgets its own files on reset, and nobody else’s', (t) => {
  const path = temporaryFolder(t);
  const { databaseFile, operatorToken } = openDataDir({ path, ...KEEP });
  openDatabase(databaseFile).close();
  writeFileSync(join(path, 'thesis.txt'), 'x');
  const after = openDataDir({ path, ephemeral: false, reset: true });
  assert.equal(existsSync(databaseFile), false);
  assert.equal(existsSync(join(path, 'thesis.txt')), true);
  assert.notEqual(after.operatorToken, operatorToken);
});

test('leaves nothing behind when ephemeral', () => {
  const dataDir = openDataDir({ path: 'unused', ephemeral: true, reset: false });
  assert.equal(existsSync(dataDir.path), true);
  dataDir.release();
  assert.equal(existsSync(dataDir.path), false);
});

test('says in one sentence that the folder is a file', (t) => {
  const path = join(temporaryFolder(t), 'file');
  writeFileSync(path, '');
  assert.throws(
    () => openDataDir({ path, ...KEEP }),
    (error) =>
      error instanceof BootError &&
      error.code === 'ERR_DATA_DIR_UNUSABLE' &&
      error.message.includes('--data-dir'),
  );
});

test('says in one sentence that a database is damaged', (t) => {
  const file = join(temporaryFolder(t), 'gatehouse.sqlite');
  writeFileSync(file, 'this is not a database, it is a sentence'.repeat(100));
  assert.throws(
    () => openDatabase(file),
    (error) =>
      error instanceof BootError &&
      error.code === 'ERR_STORE_UNREADABLE' &&
      error.message.includes('--reset'),
  );
});

test('makes a database that only its owner may read, in whatever folder', (t) => {
  const folder = temporaryFolder(t);
  chmodSync(folder, 0o755);
  const file = join(folder, 'gatehouse.sqlite');
  const database = openDatabase(file);
  database.exec('CREATE TABLE t (x)');
  for (const name of readdirSync(folder)) {
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  }
  database.close();
});

test('refuses a database of another version, and does not touch it', (t) => {
  const file = join(temporaryFolder(t), 'gatehouse.sqlite');
  const database = openDatabase(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
  assert.throws(
    () => openDatabase(file),
    (error) =>
      error instanceof BootError &&
      error.code === 'ERR_STORE_VERSION' &&
      error.message.includes('99'),
  );
});
