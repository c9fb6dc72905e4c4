import assert from 'node:assert/strict';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { readWorkerProgram } from './worker-program';
import { ARN, lambdaOf, payloadOf, temporaryFolder } from './testing/lambda-of';

const ECHO = { 'index.mjs': 'export const handler = async (event) => ({ event });' };

test('answers what the handler returned', async (t) => {
  const { invoke } = lambdaOf(t, ECHO);
  assert.deepEqual(payloadOf(await invoke({ path: '/secure' })), { event: { path: '/secure' } });
});

test('runs from its sources too, without a bundle', async (t) => {
  const { invoke } = lambdaOf(t, ECHO, {}, { workerProgram: readWorkerProgram() });
  assert.deepEqual(payloadOf(await invoke('Ada')), { event: 'Ada' });
});

test('a worker stays warm between invocations', async (t) => {
  const { invoke } = lambdaOf(t, {
    'index.mjs': 'let calls = 0; export const handler = async () => ++calls;',
  });
  assert.equal(payloadOf(await invoke()), 1);
  assert.equal(payloadOf(await invoke()), 2);
});

test('sees what Lambda sets and what Terraform adds, no credentials, and nothing of this process', async (t) => {
  process.env.GATEHOUSE_TEST_SECRET = 'of the parent';
  t.after(() => {
    delete process.env.GATEHOUSE_TEST_SECRET;
  });
  const { invoke } = lambdaOf(
    t,
    { 'index.mjs': 'export const handler = async () => ({ ...process.env });' },
    { environment: { ROLE_NAME_PREFIX: 'gatehouse-dev-' } },
  );
  const seen = payloadOf(await invoke());
  assert.ok(typeof seen === 'object' && seen !== null);
  const { LAMBDA_TASK_ROOT, AWS_LAMBDA_LOG_STREAM_NAME, ...fixed } = seen as Record<string, string>;
  assert.match(LAMBDA_TASK_ROOT ?? '', /gatehouse-lambda-/);
  assert.match(AWS_LAMBDA_LOG_STREAM_NAME ?? '', /^2026\/01\/31\/\[\$LATEST\]/);
  assert.deepEqual(fixed, {
    _HANDLER: 'index.handler',
    AWS_REGION: 'us-west-2',
    AWS_DEFAULT_REGION: 'us-west-2',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'sample',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/sample',
    LANG: 'en_US.UTF-8',
    // An SDK is told to look nowhere: the keys of this machine's owner are none of the function's.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    ROLE_NAME_PREFIX: 'gatehouse-dev-',
  });
  assert.equal(process.env.PATH === undefined, false);
});

test('the context says what AWS says', async (t) => {
  const { invoke } = lambdaOf(t, {
    'index.mjs': `export const handler = async (event, context) => ({
      ...context, remaining: context.getRemainingTimeInMillis() });`,
  });
  const context = payloadOf(await invoke({}, { requestId: 'request-9' }));
  assert.ok(typeof context === 'object' && context !== null && 'logStreamName' in context);
  assert.ok('remaining' in context && typeof context.remaining === 'number');
  assert.ok(context.remaining > 0 && context.remaining <= 5000);
  assert.match(String(context.logStreamName), /^2026\/01\/31\/\[\$LATEST\][0-9a-f]{32}$/);
  assert.deepEqual(
    { ...context, remaining: 0, logStreamName: '' },
    {
      remaining: 0,
      logStreamName: '',
      awsRequestId: 'request-9',
      callbackWaitsForEmptyEventLoop: true,
      functionName: 'sample',
      functionVersion: '$LATEST',
      invokedFunctionArn: ARN,
      memoryLimitInMB: '128',
      logGroupName: '/aws/lambda/sample',
    },
  );
});

test('a function past its timeout is ended, an endless loop too, and the next call is answered', async (t) => {
  const { invoke, lines } = lambdaOf(
    t,
    {
      'index.mjs': `export const handler = async ({ how }) => {
        if (how === 'loop') for (;;);
        if (how === 'wait') await new Promise((resolve) => setTimeout(resolve, 60_000));
        return 'answered'; };`,
    },
    { timeoutSeconds: 1 },
  );
  for (const how of ['wait', 'loop']) {
    const result = await invoke({ how });
    assert.ok(result.kind === 'function-error');
    assert.deepEqual(
      [result.errorType, result.errorMessage],
      ['Sandbox.Timedout', 'RequestId: request-1 Error: Task timed out after 1.00 seconds'],
    );
    assert.match(
      lines.at(-1) ?? '',
      /^REPORT RequestId: request-1\tDuration: \d+\.\d\d ms\tMemory Size: 128 MB\tStatus: timeout$/,
    );
    assert.equal(payloadOf(await invoke()), 'answered');
  }
});

test("the integration's timeout answers the caller while the function runs on", async (t) => {
  const gate = join(temporaryFolder(t), 'gate');
  const { invoke, lines } = lambdaOf(t, {
    'index.mjs': `import { existsSync } from 'node:fs';
      export const handler = async ({ gate }) => {
        while (!existsSync(gate)) await new Promise((resolve) => setTimeout(resolve, 5));
        console.log('done'); };`,
  });
  const result = await invoke({ gate }, { timeoutMs: 1 });
  assert.ok(result.kind === 'timed-out');
  assert.deepEqual(lines, []);
  writeFileSync(gate, '');
  // The same worker answers this one after it has finished that one.
  await invoke({ gate });
  assert.deepEqual(lines, ['done', 'done']);
});

test('callers that wait for a cold start wait for one worker', async (t) => {
  const { invoke } = lambdaOf(t, {
    'index.mjs':
      "import { threadId } from 'node:worker_threads'; export const handler = async () => threadId;",
  });
  const results = await Promise.all(Array.from({ length: 5 }, () => invoke()));
  assert.equal(new Set(results.map(payloadOf)).size, 1);
});

test('a worker runs one invocation at a time; callers that wait get workers of their own', async (t) => {
  const folder = temporaryFolder(t);
  const { invoke } = lambdaOf(t, {
    'index.mjs': `import { readdirSync, writeFileSync } from 'node:fs';
      import { threadId } from 'node:worker_threads';
      let running = 0, most = 0;
      export const handler = async ({ folder }) => {
        most = Math.max(most, ++running);
        writeFileSync(folder + '/' + threadId, '');
        // Nobody leaves before three threads have met.
        while (readdirSync(folder).length < 3) await new Promise((r) => setTimeout(r, 5));
        running--;
        return most; };`,
  });
  const results = await Promise.all(Array.from({ length: 6 }, () => invoke({ folder })));
  assert.deepEqual(results.map(payloadOf), [1, 1, 1, 1, 1, 1]);
});

test('an unknown function is an error and not a crash', async (t) => {
  const { lambda } = lambdaOf(t, ECHO);
  const result = await lambda.invoke(`${ARN}-other`, {}, { timeoutMs: 1, requestId: 'r' });
  assert.ok(result.kind === 'refused');
  assert.equal(result.errorType, 'ResourceNotFoundException');
});

test('an event that Lambda would refuse for its size is refused', async (t) => {
  const { invoke } = lambdaOf(t, ECHO);
  const result = await invoke('x'.repeat(6_291_456));
  assert.ok(result.kind === 'refused');
  assert.equal(result.errorType, 'RequestTooLargeException');
});

test('close answers what still runs, and removes what was unpacked', async (t) => {
  const temporary = temporaryFolder(t);
  const { TMPDIR } = process.env;
  t.after(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });
  process.env.TMPDIR = temporary;
  const unpacked = (): string[] => readdirSync(temporary).filter((name) => !name.includes('test'));
  const { lambda, invoke } = lambdaOf(t, {
    'index.mjs': 'export const handler = () => new Promise((r) => setTimeout(r, 60_000));',
  });
  assert.equal(unpacked().length, 1);
  assert.equal(statSync(join(temporary, unpacked()[0] ?? '')).mode & 0o777, 0o700);
  const running = invoke();
  await lambda.close();
  const result = await running;
  assert.ok(result.kind === 'refused');
  assert.equal(result.errorType, 'ServiceException');
  assert.deepEqual(unpacked(), []);
  assert.equal((await invoke()).kind, 'refused');
});
