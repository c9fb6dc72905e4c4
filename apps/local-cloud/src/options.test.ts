import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BootError } from './boot-error';
import { parseOptions } from './options';

test('runs dev on port 4200 with the demo accounts when nothing is said', () => {
  assert.deepEqual(parseOptions([]), {
    env: 'dev',
    port: 4200,
    accountRate: undefined,
    host: 'localhost',
    stackDir: 'cdktf.out/stacks/gatehouse-dev',
    dataDir: '.gatehouse/dev',
    ephemeral: false,
    reset: false,
    seedFile: 'apps/local-cloud/seed.json',
  });
});

test('keeps each environment in a data folder of its own', () => {
  const options = parseOptions(['--env', 'prod']);
  assert.ok(options !== 'help');
  assert.equal(options.dataDir, '.gatehouse/prod');
  assert.equal(options.stackDir, 'cdktf.out/stacks/gatehouse-prod');
});

test('makes no accounts with --no-seed', () => {
  const options = parseOptions(['--no-seed']);
  assert.ok(options !== 'help');
  assert.equal(options.seedFile, undefined);
});

test('answers help before it looks at anything else', () => {
  assert.equal(parseOptions(['--help', '--port', 'x']), 'help');
});

for (const [what, argv] of [
  ['an option it does not know', ['--prot', '4200']],
  ['a port that is not a number', ['--port', '42x']],
  ['a port too high for five', ['--port', '65532']],
  ['a negative port', ['--port=-1']],
  ['a rate that is not a number', ['--account-rate', 'fast']],
  ['a host with a port in it', ['--host', 'gatehouse.test:80']],
  ['an environment that is a path', ['--env', '../prod']],
  ['a seed and none', ['--seed', 'a.json', '--no-seed']],
  ['a data folder that keeps nothing', ['--ephemeral', '--data-dir', 'x']],
  ['a stray word', ['dev']],
] as const) {
  test(`refuses ${what} in one sentence that leads to --help`, () => {
    assert.throws(
      () => parseOptions(argv),
      (error) =>
        error instanceof BootError &&
        error.code === 'ERR_OPTION_INVALID' &&
        error.message.endsWith('--help.'),
    );
  });
}
