import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { writeOriginsFile, writeRunningFile } from './origins-file';

const ORIGINS = { website: 'http://localhost:4200', api: 'http://localhost:4203' };

test('says beside the store where we answer, until we stop', (t) => {
  const storeDir = storeIn(t);
  const remove = writeOriginsFile(storeDir, ORIGINS);
  const { website, api } = JSON.parse(readFileSync(`${storeDir}.origins.json`, 'utf8')) as Record<
    string,
    string
  >;
  assert.deepEqual({ website, api }, ORIGINS);
  remove();
  assert.equal(existsSync(`${storeDir}.origins.json`), false);
  remove();
});

test('leaves what another has written since', (t) => {
  const storeDir = storeIn(t);
  const remove = writeOriginsFile(storeDir, ORIGINS);
  writeFileSync(`${storeDir}.origins.json`, '{}');
  remove();
  assert.equal(readFileSync(`${storeDir}.origins.json`, 'utf8'), '{}');
});

test('says in the data folder where the operator port is, until we stop', (t) => {
  const folder = storeIn(t);
  const origins = { website: 'http://localhost:4200', operator: 'http://localhost:4204' };
  const remove = writeRunningFile(folder, origins);
  const file = join(folder, 'running.json');
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), { ...origins, pid: process.pid });
  remove();
  assert.equal(existsSync(file), false);
});

function storeIn(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-origins-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, 'store', 'gatehouse-dev');
}
