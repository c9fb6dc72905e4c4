/** Commits on both sides, in a checkout of its own whose program writes a small stack. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { smallStack } from '../matrix/stack.fixture';
import { runReview, temporaryFolder } from './run-review.fixture';

/** Stands in for `infra/synth.ts`: writes a stack where it is told to, and fails when it can see a secret. */
function program(authorization: 'NONE' | 'AWS_IAM'): string {
  return `
    import { mkdirSync, writeFileSync } from 'node:fs';
    if (process.env.SECRET_TOKEN !== undefined) throw new Error('this program can see the token');
    const folder: string = \`\${process.env.CDKTF_OUTDIR}/stacks/gatehouse-\${process.env.GATEHOUSE_ENV}\`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(\`\${folder}/cdk.tf.json\`, ${JSON.stringify(JSON.stringify(smallStack(authorization)))});
  `;
}

function git(cwd: string, ...args: readonly string[]): string {
  const settings = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], {
    cwd,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Two commits: `signed`, and then `opened`, which brings a waiver for what it does. */
function checkout(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'infra'));
  const commit = (tag: string, source: string): void => {
    writeFileSync(join(folder, 'infra', 'synth.ts'), source);
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', tag);
    git(folder, 'tag', tag);
  };
  git(folder, 'init', '--quiet');
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, '.gitignore'), 'dist/\n');
  commit('signed', program('AWS_IAM'));
  const waiver = {
    rule: 'api-method-requires-iam',
    address: 'aws_api_gateway_method.root',
    reason: 'Trust me.',
    owner: 'me',
    expires: '2030-01-01',
  };
  writeFileSync(join(folder, 'review-waivers.json'), JSON.stringify({ waivers: [waiver] }));
  commit('opened', program('NONE'));
  commit('broken', 'throw new Error("no such table");');
  return folder;
}

const folder = checkout();

function assertClean(): void {
  assert.equal(git(folder, 'worktree', 'list').trim().split('\n').length, 1);
  assert.deepEqual(readdirSync(join(folder, 'dist', 'review')), []);
  assert.equal(git(folder, 'status', '--porcelain'), '');
}

test('synthesizes both commits, with nothing of our environment, and leaves nothing behind', () => {
  const env = { SECRET_TOKEN: 'x' };
  const { status, stdout, stderr } = runReview(['--base', 'signed', '--head', 'opened'], {
    cwd: folder,
    env,
  });
  assert.match(stdout, /^guest can now call “GET \/”/);
  assert.match(stderr, /^Synthesizing signed \([0-9a-f]{12}\)\nSynthesizing opened/);
  assert.equal(status, 1);
  assertClean();
});

test('reads the waivers of the base, so that a change cannot waive itself', () => {
  const brought = runReview(['--base', 'signed', '--head', 'opened'], { cwd: folder });
  assert.match(brought.stdout, /critical aws_api_gateway_method\.root:/);
  assert.match(brought.stdout, /this change brings a waiver/);
});

test('says in the words of the program why a commit cannot be synthesized, and leaves nothing behind', () => {
  const { status, stderr } = runReview(['--base', 'signed', '--head', 'broken'], { cwd: folder });
  assert.match(stderr, /[0-9a-f]{12} could not be synthesized: .*no such table/s);
  assert.equal(status, 2);
  assertClean();
});
