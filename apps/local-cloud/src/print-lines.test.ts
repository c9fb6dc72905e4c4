import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { test } from 'node:test';

import { printLinesTo } from './print-lines';

/** Keeps each write, as a terminal would see it. */
function recorder(): { readonly stream: Writable; readonly writes: readonly string[] } {
  const writes: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      writes.push(chunk.toString('utf8'));
      done();
    },
  });
  return { stream, writes };
}

test('prints the lines of one turn in one write, in order', async () => {
  const { stream, writes } = recorder();
  const print = printLinesTo(stream);
  print('one');
  print('two');
  assert.deepEqual(writes, []);
  await nextTurn();
  print('three');
  await nextTurn();
  assert.deepEqual(writes, ['one\ntwo\n', 'three\n']);
});

test('goes on when whoever read the lines has gone', async () => {
  const stream = new PassThrough();
  const print = printLinesTo(stream);
  stream.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  print('to nobody');
  await nextTurn();
  assert.ok(stream.destroyed);
});

test('loses nothing when the process ends in the same turn', () => {
  const program = `import { printLinesTo } from ${JSON.stringify(join(import.meta.dirname, 'print-lines.ts'))}; printLinesTo(process.stdout)('last words'); process.exit(0);`;
  const printed = execFileSync('tsx', ['--eval', program], { encoding: 'utf8' });
  assert.equal(printed, 'last words\n');
});
