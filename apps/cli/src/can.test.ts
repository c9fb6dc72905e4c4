import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

import { smallStack, stackFolder } from './matrix/stack.fixture';

const STACKS = {
  open: stackFolder(smallStack('NONE')),
  signed: stackFolder(smallStack('AWS_IAM')),
};

const can = (stack: keyof typeof STACKS, ...args: readonly string[]) =>
  spawnSync(
    process.execPath,
    ['--import=tsx', 'apps/cli/src/can.ts', ...args, '--stack', STACKS[stack]],
    { encoding: 'utf8' },
  );

test('says yes first and leaves with 0, no first and leaves with 1', () => {
  const yes = can('open', 'guest', 'GET', '/');
  assert.match(yes.stdout, /^yes: guest GET \/\n/);
  assert.equal(yes.status, 0);
  const no = can('signed', 'guest', 'GET', '/');
  assert.match(no.stdout, /^no: [^]*no identity pool[^]*who can: nobody/);
  assert.equal(no.status, 1);
});

test('lists what there is, and leaves with 2, when asked for somebody or something else', () => {
  const nobody = can('open', 'admin', 'GET', '/');
  assert.match(nobody.stderr, /^There is no admin in this stack: ask for guest/);
  const nothing = can('open', 'guest', 'GET', '/x');
  assert.match(nothing.stderr, /^There is no route for GET \/x in this stack: it has GET \/\./);
  assert.deepEqual([nobody.status, nothing.status], [2, 2]);
});

test('leads from a stack that is older than its sources to what makes a new one', (t) => {
  const cwd = mkdtempSync(join(tmpdir(), 'can-'));
  t.after(() => {
    rmSync(cwd, { recursive: true });
  });
  cpSync(STACKS.open, join(cwd, 'cdktf.out/stacks/gatehouse-dev'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve('apps/cli/src/can.ts'), 'guest', 'GET', '/'],
    { encoding: 'utf8', cwd, env: { ...process.env, TSX_TSCONFIG_PATH: resolve('tsconfig.json') } },
  );
  assert.match(stdout, /^yes/);
  assert.match(stderr, /is older than what it is made from: npm run build brings it up to date/);
  assert.equal(status, 0);
});
