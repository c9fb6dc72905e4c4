import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';

import type { AccessCell } from '@gatehouse/auth-model';

import { STACK } from './refused-start';

const matrix = JSON.parse(
  execFileSync('tsx', ['apps/cli/src/matrix.ts', '--stack', STACK, '--json'], { encoding: 'utf8' }),
) as readonly AccessCell[];

function can(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import=tsx', 'apps/cli/src/can.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

for (const { principal, route, allowed, reason } of matrix) {
  test(`answers of ${principal} and ${route} what the matrix says, by its exit code too`, () => {
    const [method = '', path = ''] = route.split(' ');
    const { status, stdout } = can(principal.replaceAll(' ', ''), method, path, '--stack', STACK);
    assert.equal(status, allowed === true ? 0 : 1, stdout);
    assert.ok(stdout.startsWith(`${allowed === true ? 'yes' : 'no'}: `), stdout);
    assert.ok(stdout.includes(reason), stdout);
  });
}

test('names role, why it is chosen, and the statement; or the nearest one', () => {
  const yes = can('admin', 'GET', '/vip', '--stack', STACK);
  assert.match(
    yes.stdout,
    /gatehouse-dev-admin \(preferred by the token\): statement CallGetVip of gatehouse-dev-admin\/call-routes allows/,
  );
  const no = can('member', 'GET', '/vip', '--stack', STACK);
  assert.match(
    no.stdout,
    /has no statement that allows it; nearest: "CallGetSecure" allows …\/GET\/secure/,
  );
});

test('prints the cell as JSON, in the shape of the matrix', () => {
  const { stdout, status } = can('admin', 'GET', '/vip', '--json', '--stack', STACK);
  assert.equal(status, 0);
  const [cell, ...more] = JSON.parse(stdout) as readonly AccessCell[];
  assert.deepEqual(more, []);
  assert.deepEqual(Object.keys(cell ?? {}), ['principal', 'route', 'allowed', 'reason']);
  assert.ok(matrix.some((one) => JSON.stringify(one) === JSON.stringify(cell)));
});

test('leaves with 2 for somebody, a path or a stack that is not there', () => {
  for (const [args, message] of [
    [
      ['nobody', 'GET', '/vip', '--stack', STACK],
      /^There is no nobody in this stack: ask for guest/,
    ],
    [['admin', 'GET', '/no', '--stack', STACK], /^There is no route for GET \/no/],
    [['admin', 'GET', '/vip', '--stack', '/no/such/stack'], /^\/no\/such\/stack is not there/],
  ] as const) {
    const { status, stdout, stderr } = can(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, message);
  }
});
