import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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
