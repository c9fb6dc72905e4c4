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
    source: { kind: 'synthesized', stackDir: 'cdktf.out/stacks/gatehouse-dev' },
    storeDir: '.gatehouse/terraform/store/gatehouse-dev',
    dataDir: '.gatehouse/dev',
    ephemeral: false,
    reset: false,
    lab: false,
    seedFile: 'apps/local-cloud/seed.json',
  });
});

test('keeps each environment in a data folder of its own', () => {
  const options = parseOptions(['--env', 'prod']);
  assert.ok(options !== 'help');
  assert.equal(options.dataDir, '.gatehouse/prod');
  assert.deepEqual(options.source, {
    kind: 'synthesized',
    stackDir: 'cdktf.out/stacks/gatehouse-prod',
  });
});

test('plays what was applied for the environment, with users of its own', () => {
  const options = parseOptions(['--env', 'prod', '--applied']);
  assert.ok(options !== 'help');
  const storeDir = '.gatehouse/terraform/store/gatehouse-prod';
  assert.deepEqual(options.source, { kind: 'applied', storeDir });
  assert.equal(options.storeDir, storeDir);
  assert.equal(options.dataDir, '.gatehouse/prod-applied');
});

test('plays a state with the files beside it, or in a folder that is named', () => {
  const sourceOf = (...argv: readonly string[]): unknown => {
    const options = parseOptions(argv);
    assert.ok(options !== 'help');
    assert.deepEqual([options.storeDir, options.dataDir], [undefined, '.gatehouse/dev-state']);
    return options.source;
  };
  const state = { kind: 'state', file: 'a/state.json' };
  assert.deepEqual(sourceOf('--state', 'a/state.json'), { ...state, assetsDir: 'a' });
  assert.deepEqual(sourceOf('--state', 'a/state.json', '--assets', 'b'), {
    ...state,
    assetsDir: 'b',
  });
});

test('follows no store while it plays a stack folder of one’s own choice', () => {
  const options = parseOptions(['--stack', 'elsewhere']);
  assert.ok(options !== 'help');
  assert.equal(options.storeDir, undefined);
});

test('makes no accounts with --no-seed', () => {
  const options = parseOptions(['--no-seed']);
  assert.ok(options !== 'help');
  assert.equal(options.seedFile, undefined);
});

test('takes keys for as many OpenID Connect providers as are given', () => {
  const options = parseOptions(['--oidc', 'https://a.example=a.json', '--oidc', 'https://b/c=b']);
  assert.ok(options !== 'help');
  assert.deepEqual(options.oidc, [
    { providerName: 'a.example', source: 'a.json' },
    { providerName: 'b/c', source: 'b' },
  ]);
});

test('answers help before it looks at anything else', () => {
  assert.equal(parseOptions(['--help', '--port', 'x']), 'help');
});

for (const [what, argv] of [
  ['an option it does not know', ['--prot', '4200']],
  ['a port that is not a number', ['--port', '42x']],
  ['a port too high for six', ['--port', '65531']],
  ['a negative port', ['--port=-1']],
  ['a rate that is not a number', ['--account-rate', 'fast']],
  ['a host with a port in it', ['--host', 'gatehouse.test:80']],
  ['an environment that is a path', ['--env', '../prod']],
  ['a seed and none', ['--seed', 'a.json', '--no-seed']],
  ['a data folder that keeps nothing', ['--ephemeral', '--data-dir', 'x']],
  ['a stray word', ['dev']],
  ['what was applied and a stack', ['--applied', '--stack', 'x']],
  ['a state and what was applied', ['--state', 'x', '--applied']],
  ['a state and a stack', ['--state', 'x', '--stack', 'y']],
  ['assets without a state', ['--assets', 'x']],
  ['keys without an issuer', ['--oidc', 'keys.json']],
  ['keys from beyond this machine', ['--oidc', 'https://a.example=https://a.example/keys']],
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
