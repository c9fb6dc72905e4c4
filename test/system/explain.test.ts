import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';

import type { Trace } from '../../apps/local-cloud/src/trace/trace';
import { startLocalCloudProcess } from '../local-cloud-process';
import { headerOf, sendCall, signCall } from './caller';
import { STACK } from './refused-start';
import { signedInCloud } from './signed-in-cloud';

const signedIn = signedInCloud();

function explain(args: readonly string[], cwd = process.cwd()) {
  const env = { ...process.env, TSX_TSCONFIG_PATH: resolve('tsconfig.json') };
  const program = ['--import', import.meta.resolve('tsx'), resolve('apps/cli/src/explain.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
    encoding: 'utf8',
    cwd,
    env,
  });
  return { status, stdout, stderr };
}

/** @returns the id of a call that its role may not make */
async function refusedCall(): Promise<string> {
  const { config, member } = signedIn;
  const answer = await sendCall(config, signCall(config, member, { path: '/vip' }));
  return headerOf(answer, 'x-amzn-RequestId') ?? '';
}

/** A folder to work in whose `.gatehouse/` holds what the given data folder says of itself. */
function folderWith(t: TestContext, ...names: readonly string[]): string {
  const cwd = mkdtempSync(join(tmpdir(), 'gatehouse-explain-'));
  t.after(() => {
    rmSync(cwd, { recursive: true, force: true });
  });
  for (const name of names) {
    const dataDir = join(cwd, '.gatehouse', name);
    mkdirSync(dataDir, { recursive: true });
    for (const file of ['running.json', 'operator-token'])
      copyFileSync(join(signedIn.cloud.dataDir, file), join(dataDir, file));
  }
  return cwd;
}

test('explains a refusal in one paragraph, with the statement that came nearest, and draws the chain', async () => {
  const requestId = await refusedCall();
  const { status, stdout } = explain([requestId, '--data-dir', signedIn.cloud.dataDir]);
  assert.equal(status, 0);
  const [paragraph = '', chain = ''] = stdout.split('\n\n');
  const text = paragraph.replaceAll('\n', ' ');
  assert.match(text, /^"user" \(role gatehouse-dev-member\) called GET \/dev\/vip/);
  assert.match(
    text,
    /refused with 403 AccessDeniedException .* has no statement for .*\/GET\/vip; nearest: ".*" allows/,
  );
  assert.match(chain, /trust ✓ → policy ✕ → key · → .* → function ·\n/);
  assert.match(chain, new RegExp(requestId));
});

test('finds the cloud that runs from the usual place, and explains its newest request when no id is given', async (t) => {
  const cwd = folderWith(t, 'dev');
  const requestId = await refusedCall();
  for (const args of [[], ['--last'], ['--port', new URL(signedIn.cloud.website).port]]) {
    const { stdout } = explain([...args, '--json'], cwd);
    assert.equal((JSON.parse(stdout) as Trace).requestId, requestId);
  }
});

test('finds a cloud that keeps nothing by its port', async (t) => {
  const cloud = await startLocalCloudProcess({ args: ['--stack', STACK], ephemeral: true });
  t.after(() => cloud.stop());
  const { stderr } = explain(['--port', new URL(cloud.website).port], folderWith(t));
  assert.match(stderr, new RegExp(`^The local cloud at ${cloud.website} has had no request yet`));
});

test('asks every cloud that runs for an id, and wants to be told which one the newest is of', async (t) => {
  const cwd = folderWith(t, 'dev', 'dev-applied');
  const requestId = await refusedCall();
  assert.equal(explain([requestId], cwd).status, 0);
  const { status, stderr } = explain([], cwd);
  assert.equal(status, 2);
  assert.match(stderr, /^Several local clouds run: .*dev \(http.*dev-applied \(http/);
});

test('leaves with 1 for a request that nobody remembers', () => {
  const args = ['00000000-0000-0000-0000-000000000000', '--data-dir', signedIn.cloud.dataDir];
  const { status, stdout, stderr } = explain(args);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^No request 00000000-.* is remembered: the newest 1,000 [^\n]*\n$/);
});

test('leaves with 2 and says what to do where nothing runs, or where it was killed', (t) => {
  const nothing = explain([], folderWith(t));
  assert.equal(nothing.status, 2);
  assert.match(nothing.stderr, /^No local cloud runs from a folder of \.gatehouse\/.* npm start/);
  const cwd = folderWith(t, 'dev');
  const file = join(cwd, '.gatehouse/dev/running.json');
  const { pid } = spawnSync(process.execPath, ['--version']);
  const said = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...said, pid }));
  assert.equal(explain([], cwd).status, 2);
});

test('leaves with 2 and its usage when it is asked for nonsense', () => {
  for (const args of [
    ['a', 'b'],
    ['a', '--last'],
    ['../outbox'],
    ['--port', 'x'],
    ['--port', '4200', '--data-dir', 'x'],
    ['--what'],
  ]) {
    const { status, stderr } = explain(args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /Usage: npm run explain/);
  }
});
