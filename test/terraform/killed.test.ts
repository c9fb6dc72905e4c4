/** What a kill in the middle of an apply must not break. Short here; `npm run test:long` goes on for longer. */
import assert from 'node:assert/strict';
import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { oneRun } from '../../apps/cli/src/terraform/one-run';
import { devStack } from '../synth/synthesized';
import { initializedWorkspace } from './applied-workspace';
import { WANTS_TERRAFORM, Workspace } from './workspace';

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

/** Resolves when so many objects are in the store, or when the apply has ended before. */
function made(workspace: Workspace, count: number, apply: ChildProcess): Promise<void> {
  const folder = workspace.folders.store;
  mkdirSync(folder, { recursive: true });
  return new Promise((resolve) => {
    const done = (): void => {
      watcher.close();
      resolve();
    };
    const look = (): void => {
      if (workspace.idsInStore().length >= count) done();
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
    async () => {
      const apply = workspace.start('apply', '-auto-approve', '-input=false');
      const terraform = apply.pid ?? 0;
      const ended = once(apply, 'exit');
      await made(workspace, count, apply);
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
        const providers = await applyAndKill(workspace, victim, 3 + ((round * 17) % 70));
        await assertGone(providers);
        const said: string[] = [];
        const code = await oneRun(
          workspace.folders,
          (line) => said.push(line),
          () =>
            Promise.resolve(
              workspace.terraform('apply', '-auto-approve', '-input=false', '-no-color').status ??
                1,
            ),
        );
        assert.equal(code, 0, `round ${round}: ${said.join('\n')}`);
        assert.equal(workspace.planStatus(), 0);
        assert.deepEqual(workspace.idsInStore(), workspace.idsInState());
        const left = readdirSync(join(workspace.folders.store, '..')).filter((name) =>
          name.endsWith('.unfinished'),
        );
        assert.deepEqual(left, []);
      }
    },
  );
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
