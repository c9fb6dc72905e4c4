import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

/** Every process below this one, as `ps` tells. */
function descendantsOf(pid: number): readonly number[] {
  const rows = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    pairs.filter(([, ppid]) => ppid === parent).map(([child = 0]) => child);
  const below = (parent: number): number[] =>
    childrenOf(parent).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function startNpm(): Promise<ChildProcess> {
  // A group of its own, as a terminal gives to what runs in its foreground.
  const npm = spawn('npm', ['start', '--', '--port', '0', '--ephemeral'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      if (printed.includes('Gatehouse is ready: ')) resolve();
    });
    npm.once('exit', (code) => {
      reject(new Error(`npm start ended with ${String(code)}:\n${printed}`));
    });
  });
  return npm;
}

async function assertEndsWhole(npm: ChildProcess, end: (pid: number) => void): Promise<void> {
  const pid = npm.pid ?? 0;
  const below = descendantsOf(pid);
  assert.ok(below.length > 0);
  const ended = once(npm, 'exit');
  end(pid);
  const [code] = (await ended) as [number | null];
  assert.equal(code, 0);
  assert.deepEqual(below.filter(isAlive), []);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} to npm start ends all of it with code 0`, async () => {
    await assertEndsWhole(await startNpm(), (pid) => process.kill(pid, signal));
  });
}

test('Ctrl-C at a terminal, which reaches us twice, ends all of it with code 0', async () => {
  for (let round = 0; round < 3; round += 1) {
    await assertEndsWhole(await startNpm(), (pid) => process.kill(-pid, 'SIGINT'));
  }
});
