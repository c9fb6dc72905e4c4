import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
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

import { openAppliedStore, type AppliedObject, type AppliedStore } from './applied-store';

const ROLE: AppliedObject = {
  type: 'aws_iam_role',
  id: 'dev-admin',
  values: { name: 'dev-admin' },
};
const POOL: AppliedObject = { type: 'aws_cognito_user_pool', id: 'eu-west-1_a', values: {} };

test('is empty, and makes no folder, before anything is applied', (t) => {
  const { folder } = openStore(t);
  const store = openAppliedStore(join(folder, 'dev'));
  assert.deepEqual([store.list(), store.generation()], [[], undefined]);
  assert.equal(store.find('aws_iam_role', 'dev-admin'), undefined);
  assert.equal(existsSync(store.folder), false);
});

test('finds what was added, in the order of type and id, also when it is opened again', (t) => {
  const store = openStore(t);
  const other = { ...ROLE, id: 'dev/a:b ..' };
  for (const object of [ROLE, other, POOL]) assert.ok(store.add(object));
  const again = openAppliedStore(store.folder);
  assert.deepEqual(again.list(), [POOL, ROLE, other]);
  assert.deepEqual(again.ofType('aws_iam_role'), [ROLE, other]);
  assert.deepEqual(again.find('aws_iam_role', 'dev/a:b ..'), other);
});

test('adds nothing where there is an object already, as AWS would refuse it', (t) => {
  const store = openStore(t);
  store.add(ROLE);
  const generation = store.generation();
  assert.equal(store.add({ ...ROLE, values: { name: 'other' } }), false);
  assert.deepEqual(store.find(ROLE.type, ROLE.id), ROLE);
  assert.equal(store.generation(), generation);
});

test('replaces and removes, and is another generation after each write', (t) => {
  const store = openStore(t);
  const generations = new Set([store.generation()]);
  const changed = { ...ROLE, values: { name: 'dev-admin', path: '/' } };
  store.add(ROLE);
  generations.add(store.generation());
  store.replace(changed);
  generations.add(store.generation());
  assert.deepEqual(store.list(), [changed]);
  store.remove(ROLE.type, ROLE.id);
  generations.add(store.generation());
  store.remove(ROLE.type, ROLE.id);
  assert.deepEqual([store.list(), generations.size], [[], 4]);
});

test('gives an id once, also to another process and after what had it is gone', (t) => {
  const store = openStore(t);
  assert.ok(store.claimId('eu-west-1_a'));
  assert.equal(store.claimId('eu-west-1_a'), false);
  assert.equal(openAppliedStore(store.folder).claimId('eu-west-1_a'), false);
  assert.ok(store.claimId('eu-west-1_b'));
});

test('keeps the content of a file as it was, once for the same bytes', (t) => {
  const store = openStore(t);
  const file = join(store.folder, '..', 'function.zip');
  writeFileSync(file, 'one');
  const kept = store.keepContent(file);
  assert.equal(store.keepContent(file), kept);
  writeFileSync(file, 'two');
  assert.notEqual(store.keepContent(file), kept);
  assert.equal(readFileSync(join(store.folder, kept), 'utf8'), 'one');
  assert.equal(readdirSync(join(store.folder, 'content')).length, 2);
});

test('lets nobody else read what it keeps: keys and secrets are in there', (t) => {
  const store = openStore(t);
  store.add(ROLE);
  const folder = join(store.folder, 'objects', ROLE.type);
  const [file = ''] = readdirSync(folder);
  assert.equal(statSync(join(folder, file)).mode & 0o077, 0);
  assert.equal(statSync(folder).mode & 0o077, 0);
});

test('passes over a write that was never finished', (t) => {
  const store = openStore(t);
  store.add(ROLE);
  const folder = join(store.folder, 'objects', ROLE.type);
  writeFileSync(join(folder, '.writing-0123456789abcdef'), '{"type":"aws_iam_r');
  assert.deepEqual(store.list(), [ROLE]);
  assert.ok(store.add({ ...ROLE, id: 'other' }));
});

test('is whole after a writer was killed in the middle, and needs no mending', async (t) => {
  const store = openStore(t);
  const program = `
    import { openAppliedStore } from ${JSON.stringify(join(import.meta.dirname, 'applied-store.ts'))};
    const store = openAppliedStore(${JSON.stringify(store.folder)});
    const text = 'x'.repeat(200_000);
    for (let n = 0; ; n += 1) {
      store.replace({ type: 'aws_iam_role', id: 'role-' + (n % 20), values: { n, text, end: n } });
      if (n === 3) console.log('writing');
    }`;
  const writer = spawn(
    process.execPath,
    ['--import=tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(writer.stdout, 'data');
  const ended = once(writer, 'exit');
  for (let reads = 0; reads < 20; reads += 1) assertWhole(store);
  writer.kill('SIGKILL');
  await ended;
  assertWhole(store);
  assert.ok(store.list().length > 3);
  const generation = store.generation();
  store.replace(ROLE);
  assert.notEqual(store.generation(), generation);
});

function assertWhole(store: AppliedStore): void {
  for (const { values } of store.list()) {
    assert.equal(values.n, values.end);
    assert.equal(String(values.text).length, 200_000);
  }
}

function openStore(t: TestContext): AppliedStore {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-store-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, 'dev'));
  return openAppliedStore(join(folder, 'dev'));
}
