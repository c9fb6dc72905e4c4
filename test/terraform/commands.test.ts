import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';

import { temporaryFolder } from '../synth/fixture-builds';
import { ROOT, stackFile } from '../synth/run-infra';
import { WANTS_TERRAFORM } from './workspace';

interface Said {
  readonly status: number | null;
  readonly output: string;
}

/** The environment of a shell that npm did not prepare. */
function plainShell(env: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const PATH = folders.filter((folder) => !folder.includes('node_modules')).join(delimiter);
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_TEST|GATEHOUSE_)/i.test(name),
  );
  return { ...Object.fromEntries(kept), PATH, CHECKPOINT_DISABLE: '1', ...env };
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Said {
  const { status, stdout, stderr } = spawnSync(command, [...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

test('plain npx cdktf synth works in a shell that npm did not prepare', () => {
  const outdir = temporaryFolder();
  const { status, output } = run('npx', ['cdktf', 'synth', '--output', outdir], plainShell());
  assert.equal(status, 0, output);
  assert.ok(existsSync(stackFile(outdir, 'gatehouse-dev')));
});

test('plain npx cdktf deploy --help works in a shell that npm did not prepare', () => {
  const { status, output } = run('npx', ['cdktf', 'deploy', '--help'], plainShell());
  assert.equal(status, 0, output);
  assert.match(output, /cdktf deploy \[stacks\.\.\.\]/);
});

/** `npm run deploy:local`, without npm around it. */
const local = (args: readonly string[], env: NodeJS.ProcessEnv): Said =>
  run(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import=tsx',
      'apps/cli/src/terraform-local.ts',
      ...args,
    ],
    env,
  );

for (const [binary, env] of [
  ['terraform', {}],
  ['tofu', { TERRAFORM_BINARY_NAME: 'tofu' }],
] as const) {
  test(`without ${binary}, a command says in one sentence how to get it`, () => {
    // Node, and nothing else.
    const bin = join(temporaryFolder(), 'bin');
    mkdirSync(bin);
    symlinkSync(process.execPath, join(bin, 'node'));
    const { status, output } = local(['plan'], { ...plainShell(env), PATH: bin });
    assert.equal(status, 2);
    assert.match(output, new RegExp(`there is no ${binary} on the PATH: get it from https://`));
    assert.doesNotMatch(output, /\n\s+at /);
  });
}

test('deploy and destroy refuse at once where nobody can be asked', () => {
  for (const command of ['deploy', 'destroy']) {
    const { status, output } = local([command], plainShell());
    assert.equal(status, 2, output);
    assert.match(output, new RegExp(`npm run ${command}:local -- --auto-approve\n$`));
    assert.doesNotMatch(output, /\n\s+at /);
  }
});

test('says what the commands do, and refuses one that it does not know', () => {
  assert.match(local(['deploy', '--help'], plainShell()).output, /nothing is sent to AWS/);
  assert.equal(local(['deploy', '--help'], plainShell()).status, 0);
  assert.equal(local(['undeploy'], plainShell()).status, 2);
});

test(
  'plan, deploy and destroy go through the real cdktf, in folders of their own',
  WANTS_TERRAFORM,
  () => {
    const root = temporaryFolder();
    const stateOfAWS = join(ROOT, '.state', 'gatehouse-dev.tfstate');
    const before = existsSync(stateOfAWS) ? readFileSync(stateOfAWS, 'utf8') : undefined;
    const PATH = `${join(ROOT, 'node_modules', '.bin')}${delimiter}${plainShell().PATH ?? ''}`;
    const env = plainShell({ GATEHOUSE_TERRAFORM_DIR: root, PATH });
    const outputs = join(root, 'outputs.json');
    const planned = local(['plan'], env);
    assert.equal(planned.status, 0, planned.output);
    assert.match(planned.output, /Plan: \d+ to add, 0 to change, 0 to destroy/);
    assert.match(planned.output, /nothing is sent to AWS/);
    assert.match(planned.output, /To apply this: npm run deploy:local\n$/);
    // No spinner, no colour: it is no terminal.
    assert.doesNotMatch(planned.output, /[\u001b\u2800-\u28ff]/);
    const deployed = local(['deploy', '--auto-approve', '--outputs-file', outputs], env);
    assert.equal(deployed.status, 0, deployed.output);
    assert.match(deployed.output, /Applied\. To serve it: npm start -- --applied/);
    const told = JSON.parse(readFileSync(outputs, 'utf8')) as Record<string, { siteUrl: string }>;
    assert.equal(told['gatehouse-dev']?.siteUrl, 'http://localhost:4200');
    assert.ok(existsSync(join(root, '.state', 'gatehouse-dev.tfstate')));
    const again = local(['plan'], env);
    assert.match(again.output, /No changes\./);
    assert.doesNotMatch(again.output, /To apply this/);
    const destroyed = local(['destroy', '--auto-approve'], env);
    assert.equal(destroyed.status, 0, destroyed.output);
    assert.deepEqual(existsSync(stateOfAWS) ? readFileSync(stateOfAWS, 'utf8') : undefined, before);
  },
);

test('an error of cdktf is the error of the command', WANTS_TERRAFORM, () => {
  const root = temporaryFolder();
  const PATH = `${join(ROOT, 'node_modules', '.bin')}${delimiter}${plainShell().PATH ?? ''}`;
  const { status, output } = local(
    ['plan'],
    plainShell({ GATEHOUSE_TERRAFORM_DIR: root, GATEHOUSE_ENV: 'nowhere', PATH }),
  );
  assert.equal(status, 1, output);
  assert.match(output, /nowhere/);
});
