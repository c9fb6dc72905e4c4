import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { lambdaOf, payloadOf } from './testing/lambda-of';

const CODE = `import { kill } from 'node:process';
  let calls = 0;
  export const handler = async ({ pid = process.pid, signal, how, hears }) => {
    if (hears) {
      const heard = new Promise((resolve) => process.once(hears, (...said) => resolve(said[0])));
      process.kill(process.pid, hears);
      return heard;
    }
    if (how === 'default') process.kill(process.pid);
    if (how === 'imported') kill(process.pid, 'SIGTERM');
    if (signal !== undefined) return process.kill(pid, signal);
    return calls += 1;
  };`;

function sampleOf(t: TestContext) {
  return lambdaOf(t, { 'index.mjs': CODE });
}

test('a function that sends a fatal signal to its own process ends alone, and the next call finds a new one', async (t) => {
  const { invoke } = sampleOf(t);
  for (const [event, said] of [
    [{ signal: 'SIGKILL' }, 'killed'],
    [{ signal: 9 }, 'killed'],
    [{ signal: 'SIGTERM' }, 'terminated'],
    [{ how: 'default' }, 'terminated'],
    [{ how: 'imported' }, 'terminated'],
    [{ signal: 'SIGINT' }, 'interrupt'],
    [{ signal: 6 }, 'aborted'],
    [{ signal: 'SIGSEGV', pid: String(process.pid) }, 'segmentation fault'],
    [{ signal: 'SIGHUP', pid: 0 }, 'hangup'],
    [{ signal: 'SIGTERM', pid: -process.pid }, 'terminated'],
  ] as const) {
    const ended = await invoke(event);
    assert.ok(ended.kind === 'function-error', JSON.stringify(event));
    assert.equal(ended.errorType, 'Runtime.ExitError');
    assert.equal(
      ended.errorMessage,
      `RequestId: request-1 Error: Runtime exited with error: signal: ${said}`,
    );
    assert.equal(payloadOf(await invoke()), 1);
  }
});

test('a function that stops its own process runs into its timeout, and stops nobody else', async (t) => {
  const { invoke } = lambdaOf(t, { 'index.mjs': CODE }, { timeoutSeconds: 1 });
  const stopped = await invoke({ signal: 'SIGSTOP' });
  assert.ok(stopped.kind === 'function-error');
  assert.equal(stopped.errorType, 'Sandbox.Timedout');
  assert.equal(payloadOf(await invoke()), 1);
});

test('signal 0 and signals that end nobody go through', async (t) => {
  const { invoke } = sampleOf(t);
  for (const signal of [0, 'SIGCONT', 'SIGWINCH']) {
    assert.equal(payloadOf(await invoke({ signal })), true);
  }
});

test('a signal that the function listens for reaches it', async (t) => {
  assert.equal(payloadOf(await sampleOf(t).invoke({ hears: 'SIGTERM' })), 'SIGTERM');
});

test('an unknown signal, and a process that is not there, are errors of Node.js', async (t) => {
  const { invoke } = sampleOf(t);
  const unknown = await invoke({ signal: 'SIGNONE' });
  assert.ok(unknown.kind === 'function-error');
  assert.equal(unknown.errorMessage, 'Unknown signal: SIGNONE');
  const nobody = await invoke({ signal: 'SIGTERM', pid: 2 ** 30 });
  assert.ok(nobody.kind === 'function-error');
  assert.equal(nobody.errorMessage, 'kill ESRCH');
});
