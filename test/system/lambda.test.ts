/** What a function does to its callers, over HTTP: a third party's stack with functions that fail in every way. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { changedOrchard, putFunction } from './changed-orchard';
import { startThirdParty, type ThirdPartyStack } from './third-party-stack';

const MISBEHAVING = `let calls = 0;
export const run = async ({ queryStringParameters: query }) => {
  const how = query?.how;
  if (how === 'loop') for (;;);
  if (how === 'exit') process.exit(3);
  if (how === 'throw') throw new RangeError('too far');
  if (how === 'memory') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
  if (how === 'buffers') { const all = []; for (;;) all.push(Buffer.alloc(1e7, 1)); }
  if (how === 'kill') process.kill(process.pid, 'SIGKILL');
  if (how === 'large') return { statusCode: 200, body: 'x'.repeat(6_300_000) };
  return { statusCode: 200, body: String(++calls) };
};`;

async function start(t: TestContext, folder: string): Promise<ThirdPartyStack> {
  const stack = await startThirdParty({ kind: 'synthesized', stackDir: folder }, []);
  t.after(() => stack.stop());
  return stack;
}

async function health(stack: ThirdPartyStack, query = ''): Promise<string> {
  const response = await fetch(`${stack.configOf({}).apiUrl}/health${query}`);
  return `${response.status} ${await response.text()}`;
}

test('an endless loop, a crash and an error cost their own callers a 502, and nobody else anything', async (t) => {
  const folder = changedOrchard(t, ({ aws_lambda_function: functions = {} }) => {
    Object.assign(functions.fn ?? {}, { timeout: 1, memory_size: 128 });
  });
  putFunction(folder, MISBEHAVING);
  const stack = await start(t, folder);
  const failed = '502 {"message":"Internal server error"}';
  assert.equal(await health(stack), '200 1');
  for (const how of ['loop', 'exit', 'memory', 'kill', 'throw', 'large']) {
    assert.equal(await health(stack, `?how=${how}`), failed, how);
    // A new environment where the old one is gone; the old one where it only threw.
    assert.match(await health(stack), /^200 \d+$/, how);
  }
  const log = stack.log.join('\n');
  assert.match(log, /\[orchard-fn\] Task timed out after 1\.00 seconds/);
  assert.match(log, /REPORT RequestId: \S+\t.*\tStatus: timeout/);
  assert.match(log, /Status: error\tError Type: Runtime\.ExitError/);
  assert.match(log, /Sandbox\.Timedout: RequestId: \S+ Error: Task timed out after 1\.00 seconds/);
  assert.match(log, /Function\.ResponseSizeTooLarge: Response payload size exceeded/);
});

test('buffers that a loop piles up end the function before its timeout, as too much of anything else does', async (t) => {
  const folder = changedOrchard(t, ({ aws_lambda_function: functions = {} }) => {
    Object.assign(functions.fn ?? {}, { timeout: 20, memory_size: 128 });
  });
  putFunction(folder, MISBEHAVING);
  const stack = await start(t, folder);
  assert.equal(await health(stack, '?how=buffers'), '502 {"message":"Internal server error"}');
  assert.equal(await health(stack), '200 1');
  const log = stack.log.join('\n');
  assert.match(
    log,
    /Runtime\.ExitError: RequestId: \S+ Error: Runtime exited with error: signal: killed/,
  );
});

test('a function that is built anew is served without a restart', async (t) => {
  const folder = changedOrchard(t, () => undefined);
  putFunction(folder, MISBEHAVING);
  const stack = await start(t, folder);
  assert.equal(await health(stack), '200 1');
  putFunction(folder, "export const run = async () => ({ statusCode: 201, body: 'anew' });");
  assert.equal(await health(stack), '201 anew');
});

test('a function that reserves no concurrency is throttled, which API Gateway tells as its own error', async (t) => {
  const folder = changedOrchard(t, ({ aws_lambda_function: functions = {} }) => {
    Object.assign(functions.fn ?? {}, { reserved_concurrent_executions: 0 });
  });
  const stack = await start(t, folder);
  assert.equal(await health(stack), '500 {"message":"Internal server error"}');
  assert.match(stack.log.join('\n'), /TooManyRequestsException: Rate Exceeded\./);
});

for (const [what, change, words] of [
  [
    'another runtime',
    { runtime: 'python3.13' },
    /has the runtime "python3\.13"; the local cloud runs/,
  ],
  [
    'a variable of Lambda’s own',
    { environment: { variables: { AWS_REGION: 'x' } } },
    /sets AWS_REGION, which Lambda sets itself/,
  ],
  ['an image', { image_uri: 'x' }, /image_uri is not supported/],
  ['layers', { layers: ['arn:x'] }, /layers is not supported/],
] as const) {
  test(`a function with ${what} stops the start with a sentence`, async (t) => {
    const folder = changedOrchard(t, ({ aws_lambda_function: functions = {} }) => {
      Object.assign(functions.fn ?? {}, change);
    });
    await assert.rejects(start(t, folder), { message: words });
  });
}
