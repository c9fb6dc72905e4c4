import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

import { smallStack, stackFolder } from './matrix/stack.fixture';

function matrix(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import=tsx', 'apps/cli/src/matrix.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const OPEN = stackFolder(smallStack('NONE'));
const SIGNED = stackFolder(smallStack('AWS_IAM'));

test('prints a table without colour where nobody looks at a terminal, and leaves with 0', () => {
  const { status, stdout } = matrix('--stack', OPEN);
  assert.equal(status, 0);
  assert.match(stdout, /GET \/ +✓/);
  assert.ok(!stdout.includes('\u001b'));
});

test('prints the cells as JSON', () => {
  const { stdout } = matrix('--stack', SIGNED, '--json');
  assert.deepEqual(JSON.parse(stdout), [
    {
      principal: 'guest',
      route: 'GET /',
      allowed: false,
      reason: 'the stack has no identity pool to get a role from',
    },
  ]);
});

test('says what changes, and leaves with 1 only when asked to', () => {
  const changed = matrix('--base', SIGNED, '--head', OPEN);
  assert.match(changed.stdout, /guest can now call GET \/: open to anyone/);
  assert.equal(changed.status, 0);
  assert.equal(matrix('--base', SIGNED, '--head', OPEN, '--exit-code').status, 1);
  assert.equal(matrix('--base', OPEN, '--head', OPEN, '--exit-code').status, 0);
});

test('leaves with 2 and one sentence when it could not run', () => {
  const { status, stdout, stderr } = matrix('--stack', '/no/such/stack');
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^\/no\/such\/stack is not there\. [^\n]*\n$/);
});

test('leads from a stack that is older than its sources to what makes a new one, not to what refuses', (t) => {
  const cwd = mkdtempSync(join(tmpdir(), 'matrix-'));
  t.after(() => {
    rmSync(cwd, { recursive: true });
  });
  cpSync(SIGNED, join(cwd, 'cdktf.out/stacks/gatehouse-dev'), { recursive: true });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve('apps/cli/src/matrix.ts')],
    { encoding: 'utf8', cwd, env: { ...process.env, TSX_TSCONFIG_PATH: resolve('tsconfig.json') } },
  );
  assert.match(stdout, /Who can call what/);
  assert.match(stderr, /is older than what it is made from: npm run build brings it up to date/);
});
