import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';

import { BootError } from '../boot-error';
import { openDatabase } from '../store/database';
import { openDataDir, type DataDir } from './data-dir';

const KEEP = { ephemeral: false, reset: false };

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-dir-'));
  t.after(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Opened for the length of the test. */
function opened(t: TestContext, path: string): DataDir {
  const dataDir = openDataDir({ path, ...KEEP });
  t.after(() => {
    dataDir.release();
  });
  return dataDir;
}

/** What one start finds or makes, and leaves to the next. */
function startedAndStopped(path: string, reset = false): Omit<DataDir, 'release'> {
  const dataDir = openDataDir({ path, ephemeral: false, reset });
  // Asked for while the folder is open, as a start does.
  const { databaseFile, operatorTokenFile, operatorToken } = dataDir;
  dataDir.release();
  return { path, databaseFile, operatorTokenFile, operatorToken };
}

test('makes the folder and a token that only its owner may read', (t) => {
  const path = join(temporaryFolder(t), 'new', 'dev');
  const { operatorTokenFile, operatorToken } = opened(t, path);
  assert.equal(readFileSync(operatorTokenFile, 'utf8').trim(), operatorToken);
  assert.equal(statSync(operatorTokenFile).mode & 0o777, 0o600);
  assert.equal(statSync(path).mode & 0o777, 0o700);
});

test('makes no token before somebody asks for it: a start may still be refused', (t) => {
  const dataDir = opened(t, temporaryFolder(t));
  assert.equal(existsSync(dataDir.operatorTokenFile), false);
  assert.equal(dataDir.operatorToken, dataDir.operatorToken);
  assert.equal(existsSync(dataDir.operatorTokenFile), true);
});

test('keeps its token from start to start', (t) => {
  const path = temporaryFolder(t);
  const first = startedAndStopped(path).operatorToken;
  assert.equal(startedAndStopped(path).operatorToken, first);
});

test('takes the right to read a token away from others', (t) => {
  const path = temporaryFolder(t);
  const { operatorTokenFile } = startedAndStopped(path);
  chmodSync(operatorTokenFile, 0o644);
  startedAndStopped(path);
  assert.equal(statSync(operatorTokenFile).mode & 0o777, 0o600);
});

test('forgets its own files on reset, and nobody else’s', (t) => {
  const path = temporaryFolder(t);
  const { databaseFile, operatorToken } = startedAndStopped(path);
  openDatabase(databaseFile).close();
  writeFileSync(join(path, 'thesis.txt'), 'x');
  const after = startedAndStopped(path, true);
  assert.equal(existsSync(databaseFile), false);
  assert.equal(existsSync(join(path, 'thesis.txt')), true);
  assert.notEqual(after.operatorToken, operatorToken);
});

test('refuses a folder that is in use, naming who has it, and resets nothing of it', (t) => {
  const path = temporaryFolder(t);
  const { databaseFile } = opened(t, path);
  openDatabase(databaseFile).close();
  assert.throws(
    () => openDataDir({ path, ephemeral: false, reset: true }),
    (error) =>
      error instanceof BootError &&
      error.code === 'ERR_DATA_DIR_IN_USE' &&
      error.message.includes(`process ${process.pid}`) &&
      error.message.includes('--data-dir'),
  );
  assert.equal(existsSync(databaseFile), true);
});

test('takes over a folder whose holder was killed', (t) => {
  const path = temporaryFolder(t);
  const module = new URL('lock-data-dir.ts', import.meta.url).href;
  const program = `import(${JSON.stringify(module)}).then(({ lockDataDir }) => { lockDataDir(${JSON.stringify(path)}); process.kill(process.pid, 'SIGKILL'); });`;
  const { signal } = spawnSync(process.execPath, ['--import=tsx', '--eval', program]);
  assert.equal(signal, 'SIGKILL');
  assert.equal(existsSync(join(path, 'gatehouse.lock')), true);
  opened(t, path);
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

for (const [what, sql] of [
  ['of another program', 'CREATE TABLE cognito_users (a)'],
  ['of another version', 'PRAGMA user_version = 99'],
] as const) {
  test(`refuses a database ${what}, and does not write a byte to it`, (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'gatehouse.sqlite');
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
    const before = readFileSync(file);
    assert.throws(
      () => openDatabase(file),
      (error) => error instanceof BootError && /other|version 99|Gatehouse/.test(error.message),
    );
    assert.deepEqual(readFileSync(file), before);
    assert.deepEqual(readdirSync(folder), ['gatehouse.sqlite']);
  });
}

test('says in one sentence that a table of ours has another shape', (t) => {
  const database = openDatabase(join(temporaryFolder(t), 'gatehouse.sqlite'));
  t.after(() => {
    database.close();
  });
  database.exec('CREATE TABLE cognito_users (a)');
  assert.throws(
    () => database.prepare('SELECT sub FROM cognito_users'),
    (error) => error instanceof BootError && error.code === 'ERR_STORE_FOREIGN',
  );
});
