/** What a kill in the middle of an apply must not break. Short here; `npm run test:long` goes on for longer. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { openAppliedStore } from '@gatehouse/applied-store';

import { localFolders } from '../../apps/cli/src/terraform/local-folders';
import { oneRun } from '../../apps/cli/src/terraform/one-run';
import { temporaryFolder } from '../synth/fixture-builds';
import { devStack } from '../synth/synthesized';
import { initializedWorkspace } from './applied-workspace';
import { inOneRun, mustInOneRun } from './in-one-run';
import { WANTS_TERRAFORM, Workspace } from './workspace';

const APPLY = ['apply', '-auto-approve', '-input=false', '-no-color'];
/** 0 where nothing would change. */
const PLAN = ['plan', '-input=false', '-no-color', '-detailed-exitcode'];
const ROUNDS = process.env.GATEHOUSE_LONG === '1' ? 20 : 2;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): readonly Process[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
    .filter((found) => found !== null)
    .map(([, pid, parent, command = '']) => ({
      pid: Number(pid),
      parent: Number(parent),
      command,
    }));
}

function providersOf(terraform: number): readonly number[] {
  return processes()
    .filter(({ parent, command }) => parent === terraform && command.includes('terraform-provider'))
    .map(({ pid }) => pid);
}

function processesUnder(ancestor: number): readonly Process[] {
  const all = processes();
  const under = (pid: number): readonly Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((it) => [it, ...under(it.pid)]);
  return under(ancestor);
}

/** Resolves when so many objects are in the store, or when the apply has ended before. */
function objectsIn(folder: string, count: number, apply: ChildProcess): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const store = openAppliedStore(folder);
  return new Promise((resolve) => {
    const done = (): void => {
      watcher.close();
      resolve();
    };
    const look = (): void => {
      if (store.list().length >= count) done();
    };
    const watcher = watch(folder, look);
    apply.once('exit', done);
    look();
  });
}

async function assertGone(pids: readonly number[]): Promise<void> {
  const isAlive = (pid: number): boolean =>
    processes().some((it) => it.pid === pid && !it.command.includes('<defunct>'));
  for (let looks = 0; looks < 100; looks += 1) {
    if (!pids.some(isAlive)) return;
    await wait(100);
  }
  assert.fail(`still there: ${pids.filter(isAlive).join(', ')}`);
}

/** Kills Terraform or its provider once so many objects are made. @returns the providers that were there */
async function applyAndKill(
  workspace: Workspace,
  victim: string,
  count: number,
): Promise<readonly number[]> {
  let providers: readonly number[] = [];
  await oneRun(
    workspace.folders,
    () => undefined,
    async (state) => {
      const apply = workspace.start(['apply', '-auto-approve', '-input=false'], state);
      apply.stdout?.resume();
      apply.stderr?.resume();
      const terraform = apply.pid ?? 0;
      const ended = once(apply, 'exit');
      await objectsIn(workspace.folders.store, count, apply);
      providers = providersOf(terraform);
      for (const pid of victim === 'terraform' ? [terraform] : providers) killHard(pid);
      await ended;
      return 1;
    },
  );
  return providers;
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself just now.
  }
}

for (const victim of ['terraform', 'the provider'] as const) {
  test(
    `${victim}, killed in mid-apply: the next apply makes it whole`,
    WANTS_TERRAFORM,
    async () => {
      for (let round = 0; round < ROUNDS / 2; round += 1) {
        const workspace = initializedWorkspace(devStack());
        await mustInOneRun(workspace, 'init', '-input=false');
        const providers = await applyAndKill(workspace, victim, 3 + ((round * 17) % 70));
        await assertGone(providers);
        const { status, output, said } = await inOneRun(workspace, ...APPLY);
        assert.equal(status, 0, `round ${round}: ${said.join('\n')}\n${output}`);
        const { status: planned } = await inOneRun(workspace, ...PLAN);
        assert.equal(planned, 0);
        assert.deepEqual(workspace.idsInStore(), workspace.idsInState());
        const left = readdirSync(join(workspace.folders.store, '..')).filter((name) =>
          name.endsWith('.unfinished'),
        );
        assert.deepEqual(left, []);
      }
    },
  );
}

test(
  'deploy:local fails where its terraform is killed, though cdktf says that all is well, and the very next one makes it whole',
  WANTS_TERRAFORM,
  async () => {
    const root = temporaryFolder();
    const folders = localFolders('dev', root);
    const first = deployLocal(root);
    await objectsIn(folders.store, 20, first.process);
    for (const { pid, command } of processesUnder(first.process.pid ?? 0))
      if (command.includes('terraform apply')) killHard(pid);
    const { code, said } = await first.ended;
    assert.equal(code, 1, said);
    assert.match(said, /Terraform was ended in the middle of its work: not all is made/);
    const second = await deployLocal(root).ended;
    assert.equal(second.code, 0, second.said);
    assert.match(second.said, /Apply complete!/);
    assert.equal(existsSync(folders.unfinished), false);
  },
);

/** The command itself, cdktf and all, in a folder of its own. */
function deployLocal(root: string) {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import=tsx',
      'apps/cli/src/terraform-local.ts',
      'deploy',
      '--auto-approve',
    ],
    {
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, GATEHOUSE_TERRAFORM_DIR: root, CI: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close').then(([code]: readonly unknown[]) => ({ code, said }));
  return { process: child, ended };
}

test('one command works on a stack at a time', async () => {
  const workspace = new Workspace();
  mkdirSync(join(workspace.folders.store, '..'), { recursive: true });
  const owner = String(process.ppid);
  writeFileSync(workspace.folders.unfinished, owner);
  await assert.rejects(
    oneRun(
      workspace.folders,
      () => undefined,
      () => Promise.resolve(0),
    ),
    new RegExp(`Another command \\(process ${owner}\\) works on gatehouse-dev right now`),
  );
});

test('the provider ends with the command that keeps the state', WANTS_TERRAFORM, async () => {
  const command = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)']);
  const provider = spawn(process.execPath, ['dist/terraform-provider/main.mjs'], {
    env: {
      TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
      GATEHOUSE_COMMAND_PID: String(command.pid),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(provider, 'exit');
  await once(provider.stdout, 'data');
  command.kill('SIGKILL');
  assert.deepEqual(await ended, [1, null]);
});
