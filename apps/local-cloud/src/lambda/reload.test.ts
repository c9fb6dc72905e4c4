import assert from 'node:assert/strict';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import {
  ARN,
  lambdaOf,
  payloadOf,
  SAMPLE,
  stackFolder,
  temporaryFolder,
  zipOf,
} from './testing/lambda-of';

const ECHO = { 'index.mjs': 'export const handler = async (event) => ({ event });' };

test('a changed function file is served from the next call on', async (t) => {
  const functionFile = join(temporaryFolder(t), 'index.mjs');
  const write = (answer: string, mtime: number): void => {
    writeFileSync(functionFile, `export const handler = async () => '${answer}';`);
    utimesSync(functionFile, mtime, mtime);
  };
  write('one', 1);
  const { invoke } = lambdaOf(t, ECHO, {}, { functionFile });
  assert.equal(payloadOf(await invoke()), 'one');
  write('two', 2);
  assert.equal(payloadOf(await invoke()), 'two');
  rmSync(functionFile);
  assert.equal(payloadOf(await invoke()), 'two', 'the last good one, while there is none');
  writeFileSync(functionFile, 'export const handler = ');
  const broken = await invoke();
  assert.ok(broken.kind === 'function-error');
  assert.equal(broken.errorType, 'Runtime.UserCodeSyntaxError');
  write('three', 3);
  assert.equal(payloadOf(await invoke()), 'three');
});

test('reload: what runs is answered by the old worker, what is called afterwards by a new one', async (t) => {
  const { lambda, invoke } = lambdaOf(t, {
    'index.mjs': `let calls = 0; export const handler = async ({ ms = 0 }) => {
      calls++; await new Promise((resolve) => setTimeout(resolve, ms)); return calls; };`,
  });
  assert.equal(payloadOf(await invoke()), 1);
  const running = invoke({ ms: 100 });
  lambda.reload(ARN);
  assert.equal(payloadOf(await invoke()), 1);
  assert.equal(payloadOf(await running), 2);
});

test('a package that is another on disk is served from the next call on, with its own files', async (t) => {
  const folder = stackFolder(t, zipOf({}));
  let mtime = 1;
  const put = (bytes: Uint8Array): void => {
    const path = join(folder, SAMPLE.filename);
    writeFileSync(path, bytes);
    mtime += 1;
    utimesSync(path, mtime, mtime);
  };
  const answering = (word: string): Uint8Array =>
    zipOf({
      'index.mjs':
        "import { word } from './word.mjs'; let calls = 0; export const handler = () => word + ++calls;",
      'word.mjs': `export const word = '${word}';`,
    });
  put(answering('one'));
  const { invoke, lines } = lambdaOf(t, {}, {}, { stackFolder: folder });
  assert.equal(payloadOf(await invoke()), 'one1');
  assert.equal(payloadOf(await invoke()), 'one2');
  put(answering('two'));
  assert.equal(payloadOf(await invoke()), 'two1');
  assert.deepEqual(lines, []);
  put(answering('three').subarray(0, 60));
  assert.equal(payloadOf(await invoke()), 'two2');
  assert.equal(lines.length, 1, 'it is told once');
  assert.match(lines.join(), /is no zip, or damaged; .* The function goes on as it was before\.$/);
  put(answering('three'));
  assert.equal(payloadOf(await invoke()), 'three1');
});
