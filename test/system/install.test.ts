import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { assertOneSentence, temporaryFolder } from './refused-start';

test('a clean install finds everything in the lock file, on every platform it names', () => {
  const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--loglevel=error'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

const LOCKED = {
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/other-machine': { version: '1.0.0', integrity: 'sha512-o', optional: true },
};
const INSTALLED = { 'node_modules/a': LOCKED['node_modules/a'] };

/** A project with our set-up script in it, a pinned Node of a version, and an npm that only says that it ran. */
function projectWith(
  t: TestContext,
  { installed = INSTALLED, node = 'v22.23.2' }: { installed?: object; node?: string } = {},
) {
  const root = temporaryFolder(t);
  write(root, 'package-lock.json', JSON.stringify({ packages: { '': { name: 'x' }, ...LOCKED } }));
  write(root, 'node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
  writeProgram(root, 'node_modules/.bin/node', `echo ${node}`);
  writeProgram(root, 'bin/npm', `touch '${join(root, 'npm-ran')}'`);
  mkdirSync(join(root, 'apps/cli'), { recursive: true });
  copyFileSync('apps/cli/setup.mjs', join(root, 'apps/cli/setup.mjs'));
  return {
    root,
    setUp: (): { code: number | null; said: string; hasInstalled: boolean } => {
      const PATH = `${join(root, 'bin')}${delimiter}${process.env.PATH ?? ''}`;
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'apps/cli/setup.mjs')],
        { encoding: 'utf8', env: { ...process.env, PATH } },
      );
      const hasInstalled = existsSync(join(root, 'npm-ran'));
      return { code: status, said: `${stdout}${stderr}`.trim(), hasInstalled };
    },
  };
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writeProgram(root: string, path: string, line: string): void {
  write(root, path, `#!/bin/sh\n${line}\n`);
  chmodSync(join(root, path), 0o755);
}

test('what is installed already is not installed again, however old its files are', (t) => {
  const { root, setUp } = projectWith(t);
  utimesSync(join(root, 'node_modules/.package-lock.json'), 0, 0);
  assert.deepEqual(setUp(), { code: 0, said: '', hasInstalled: false });
});

for (const [what, installed] of [
  ['lacks a package', {}],
  ['has another version', { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }],
  ['has other bytes', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
  ['has one too many', { ...INSTALLED, 'node_modules/b': { version: '1.0.0' } }],
] as const) {
  test(`an install that ${what} is done again, however new its files are`, (t) => {
    const { code, hasInstalled } = projectWith(t, { installed }).setUp();
    assert.deepEqual({ code, hasInstalled }, { code: 0, hasInstalled: true });
  });
}

test('never installs through a link, which would wipe the folder of another', (t) => {
  const { root, setUp } = projectWith(t, { installed: {} });
  renameSync(join(root, 'node_modules'), join(root, 'theirs'));
  symlinkSync('theirs', join(root, 'node_modules'));
  const { code, said, hasInstalled } = setUp();
  assert.equal(code, 1);
  assert.equal(hasInstalled, false);
  assertOneSentence(said, /node_modules is a link to theirs.*npm ci/);
});

test('a link to what the lock file says is as good as a folder', (t) => {
  const { root, setUp } = projectWith(t);
  renameSync(join(root, 'node_modules'), join(root, 'theirs'));
  symlinkSync('theirs', join(root, 'node_modules'));
  assert.deepEqual(setUp(), { code: 0, said: '', hasInstalled: false });
});

for (const node of ['v20.19.0', 'v22.21.9', 'v22.22.0', 'v22.22.2', 'v23.11.0', 'v24.14.9']) {
  test(`Node ${node} is refused in one sentence`, (t) => {
    const { code, said } = projectWith(t, { node }).setUp();
    assert.equal(code, 1);
    assertOneSentence(said, new RegExp(`22\\.22\\.3\\+ or 24\\.15\\+, and found ${node}`));
  });
}

for (const node of ['v22.22.3', 'v22.22.10', 'v22.23.0', 'v22.30.1', 'v24.15.0', 'v24.20.1']) {
  test(`Node ${node} is taken`, (t) => {
    assert.equal(projectWith(t, { node }).setUp().code, 0);
  });
}
