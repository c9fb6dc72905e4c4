import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { lambdaOf, payloadOf } from './testing/lambda-of';

const KILLED = {
  errorType: 'Runtime.ExitError',
  errorMessage: 'RequestId: request-1 Error: Runtime exited with error: signal: killed',
};

function sampleOf(t: TestContext, code: string, memoryMb = 128) {
  return lambdaOf(t, { 'index.mjs': code }, { memoryMb });
}

test('buffers count: one that is larger than the memory kills the function, and the next call finds a new one', async (t) => {
  const { invoke, lines } = sampleOf(
    t,
    `let calls = 0;
    export const handler = async ({ bytes }) => { calls += 1; return bytes ? Buffer.alloc(bytes, 1).length : calls; };`,
  );
  assert.equal(payloadOf(await invoke()), 1);
  const killed = await invoke({ bytes: 2e8 });
  assert.ok(killed.kind === 'function-error');
  assert.deepEqual({ errorType: killed.errorType, errorMessage: killed.errorMessage }, KILLED);
  assert.ok(lines.includes('The runtime exited: signal: killed'), lines.join('\n'));
  assert.equal(payloadOf(await invoke()), 1);
});

test('the same buffer is nothing to a function with more memory', async (t) => {
  const { invoke } = sampleOf(t, 'export const handler = () => Buffer.alloc(1e8, 1).length;', 512);
  assert.equal(payloadOf(await invoke()), 1e8);
});

test('buffers that pile up kill the function while it runs, too', async (t) => {
  const { invoke } = sampleOf(
    t,
    `export const handler = async () => {
      const all = [];
      for (;;) { all.push(Buffer.alloc(4e6, 1)); await new Promise((r) => setTimeout(r, 2)); }
    };`,
  );
  const result = await invoke();
  assert.ok(result.kind === 'function-error');
  assert.equal(result.errorMessage, KILLED.errorMessage);
});

test('buffers that pile up in a loop that lets nothing else run kill the function all the same', async (t) => {
  const { invoke, lines } = sampleOf(
    t,
    `export const handler = async ({ fill }) => {
      const all = [];
      while (fill) all.push(Buffer.alloc(1e7, 1));
      return 'answered';
    };`,
  );
  const killed = await invoke({ fill: true });
  assert.ok(killed.kind === 'function-error');
  assert.deepEqual({ errorType: killed.errorType, errorMessage: killed.errorMessage }, KILLED);
  assert.ok(lines.includes('The runtime exited: signal: killed'), lines.join('\n'));
  assert.equal(payloadOf(await invoke()), 'answered');
});

test('a loop that lets nothing else run and drops what it fills is left alone', async (t) => {
  const { invoke } = sampleOf(
    t,
    `export const handler = () => {
      let filled = 0;
      for (const end = performance.now() + 400; performance.now() < end; filled += 1) Buffer.alloc(1e6, 1);
      return filled > 100;
    };`,
    256,
  );
  assert.equal(payloadOf(await invoke()), true);
});

test('what short calls leave behind is found out', async (t) => {
  const { invoke } = sampleOf(
    t,
    `const all = [];
    export const handler = () => { all.push(Buffer.alloc(4e5, 1)); return all.length; };`,
  );
  for (let call = 0; call < 2_000; call += 1) {
    const result = await invoke();
    if (result.kind === 'returned') continue;
    assert.ok(result.kind === 'function-error' && result.errorType === KILLED.errorType);
    return;
  }
  assert.fail('800 MB fitted into 128 MB');
});

test('memory that loading takes counts as well', async (t) => {
  const { invoke } = sampleOf(
    t,
    'const all = Buffer.alloc(2e8, 1); export const handler = () => all.length;',
  );
  const result = await invoke();
  assert.ok(result.kind === 'function-error');
  assert.match(result.errorMessage, /Runtime exited with error: signal: killed$/);
});
