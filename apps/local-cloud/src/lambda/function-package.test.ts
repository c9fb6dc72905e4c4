import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { strToU8, zipSync } from 'fflate';

import { BootError } from '../boot-error';
import { createLambda } from './create-lambda';
import { PACKAGE_LIMITS, readFunctionPackage, type PackageLimits } from './function-package';
import { SAMPLE, stackFolder, temporaryFolder, zipOf } from './testing/lambda-of';

function refusal(folder: string, filename = SAMPLE.filename, limits?: PackageLimits): string {
  try {
    readFunctionPackage({ ...SAMPLE, filename }, folder, limits);
  } catch (error) {
    assert.ok(error instanceof BootError, String(error));
    return `${error.code} ${error.message}`;
  }
  return 'accepted';
}

test('reads every file of the zip', (t) => {
  const folder = stackFolder(t, zipOf({ 'index.mjs': 'a', 'deep/part.mjs': 'b' }));
  const files = readFunctionPackage(SAMPLE, folder);
  assert.deepEqual(Object.keys(files).sort(), ['deep/part.mjs', 'index.mjs']);
  assert.equal(Buffer.from(files['deep/part.mjs'] ?? []).toString(), 'b');
});

test('a package outside the stack folder is refused: by "..", absolute, or over a link', (t) => {
  const folder = stackFolder(t, zipOf({}));
  const outside = temporaryFolder(t);
  writeFileSync(join(outside, 'function.zip'), zipOf({ 'index.mjs': '' }));
  symlinkSync(outside, join(folder, 'linked'));
  symlinkSync(join(outside, 'function.zip'), join(folder, 'linked.zip'));
  for (const filename of [
    '../function.zip',
    'assets/../../function.zip',
    '..\\function.zip',
    join(outside, 'function.zip'),
    'linked/function.zip',
    'linked.zip',
  ]) {
    assert.match(
      refusal(folder, filename),
      /^ERR_LAMBDA_PACKAGE_OUTSIDE The package .* lies outside the stack folder/,
      filename,
    );
  }
});

test('a link that stays inside the stack folder is followed', (t) => {
  const folder = stackFolder(t, zipOf({ 'index.mjs': '' }));
  symlinkSync(SAMPLE.filename, join(folder, 'same.zip'));
  assert.equal(refusal(folder, 'same.zip'), 'accepted');
});

test('a missing package, and a folder in its place, are one sentence', (t) => {
  const folder = stackFolder(t, zipOf({}));
  rmSync(join(folder, SAMPLE.filename));
  assert.match(
    refusal(folder),
    /^ERR_LAMBDA_PACKAGE_MISSING .* is not in the stack folder .*; synthesize/,
  );
  mkdirSync(join(folder, SAMPLE.filename));
  assert.match(refusal(folder), /^ERR_LAMBDA_PACKAGE_MISSING /);
});

test('what is no zip, and a damaged one, are one sentence', (t) => {
  const whole = zipOf({ 'index.mjs': 'export const handler = 1;'.repeat(100) });
  const damaged = whole.slice();
  damaged.fill(0xff, 40, 60);
  for (const bytes of [strToU8('no zip'), new Uint8Array(), damaged]) {
    assert.match(refusal(stackFolder(t, bytes)), /^ERR_LAMBDA_PACKAGE_CORRUPT /);
  }
});

test('an entry that would be written outside its folder refuses the whole zip', (t) => {
  for (const name of [
    '../escaped.mjs',
    'a/../../escaped',
    '/etc/escaped',
    'a\\..\\b',
    'C:/escaped',
    'a//b',
    './a',
    'a\0b',
  ]) {
    const folder = stackFolder(t, zipOf({ 'index.mjs': '', [name]: 'x' }));
    assert.match(
      refusal(folder),
      /^ERR_LAMBDA_PACKAGE_REFUSED .* would be written outside its folder/,
      name,
    );
  }
});

test('a bomb is refused by what it declares, before it is inflated', (t) => {
  const folder = stackFolder(
    t,
    zipSync({ bomb: new Uint8Array(2_000_000), 'index.mjs': strToU8('') }),
  );
  const limits = { ...PACKAGE_LIMITS, unzippedBytes: 1_999_999 };
  assert.match(
    refusal(folder, undefined, limits),
    /^ERR_LAMBDA_PACKAGE_REFUSED .* unpacks to more than/,
  );
  assert.match(
    refusal(folder, undefined, { ...PACKAGE_LIMITS, files: 1 }),
    /holds more than 1 files/,
  );
  assert.match(
    refusal(folder, undefined, { ...PACKAGE_LIMITS, zippedBytes: 1000 }),
    /is larger than/,
  );
});

test('a bomb that declares less than it holds yields no more than it declared', (t) => {
  const zip = zipSync({ bomb: new Uint8Array(2_000_000) });
  const view = new DataView(zip.buffer, zip.byteOffset);
  const directory = zip.findIndex(
    (_, at) => zip.length - at > 4 && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32(directory + 24, 10, true);
  const files = readFunctionPackage(SAMPLE, stackFolder(t, zip));
  assert.equal(files.bomb?.length, 10);
});

test('a file that is also a folder is one sentence, and leaves nothing unpacked', (t) => {
  const folder = stackFolder(t, zipOf({ a: '', 'a/b': '' }));
  assert.throws(
    () =>
      createLambda({
        functions: [SAMPLE],
        stackFolder: folder,
        log: () => undefined,
        clock: { now: () => 0 },
      }),
    { code: 'ERR_LAMBDA_PACKAGE_REFUSED', message: /cannot be unpacked here: Error: E/ },
  );
});

test('a runtime that does not run here stops the boot, naming the function and what does', (t) => {
  const services = {
    stackFolder: stackFolder(t, zipOf({})),
    log: () => undefined,
    clock: { now: () => 0 },
  };
  assert.throws(
    () => createLambda({ ...services, functions: [{ ...SAMPLE, runtime: 'python3.13' }] }),
    {
      name: 'BootError',
      code: 'ERR_LAMBDA_RUNTIME',
      message:
        'The function sample (aws_lambda_function.sample) has the runtime "python3.13"; the local cloud runs nodejs18.x, nodejs20.x, nodejs22.x, nodejs24.x, all on its own Node.js.',
    },
  );
});

test('a function file stands in for exactly one function', (t) => {
  const services = {
    stackFolder: stackFolder(t, zipOf({})),
    log: () => undefined,
    clock: { now: () => 0 },
  };
  assert.throws(
    () => createLambda({ ...services, functions: [], functionFile: 'dist/api/index.mjs' }),
    { code: 'ERR_LAMBDA_FUNCTION_FILE' },
  );
});
