import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('a clean install finds everything in the lock file, on every platform it names', () => {
  const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--loglevel=error'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});
