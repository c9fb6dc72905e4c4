import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import type { LambdaFunction } from '@gatehouse/auth-model';

import { lambdaOf } from './testing/lambda-of';

const CALLBACKS: Partial<LambdaFunction> = { runtime: 'nodejs22.x' };

/** What the function answers, or `errorType: errorMessage`. */
async function answerOf(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  fn: Partial<LambdaFunction> = {},
): Promise<unknown> {
  const result = await lambdaOf(t, files, fn).invoke({ name: 'Ada' });
  if (result.kind === 'returned') return result.payload;
  assert.ok(result.kind === 'function-error', result.kind);
  return `${result.errorType}: ${result.errorMessage}`;
}

const esm = (body: string): Record<string, string> => ({
  'index.mjs': `export const handler = ${body};`,
});

test('loads index.mjs, CommonJS index.js, and index.js of a package of type module', async (t) => {
  const commonJs = { 'index.js': "exports.handler = async () => typeof require + ' cjs';" };
  const named = {
    'index.js': "export const handler = async () => 'esm';",
    'package.json': '{"type":"module"}',
  };
  assert.equal(await answerOf(t, esm("async () => 'mjs'")), 'mjs');
  assert.equal(await answerOf(t, commonJs), 'function cjs');
  assert.equal(await answerOf(t, named), 'esm');
});

test('finds a handler in a folder, beside its own modules', async (t) => {
  const files = {
    'src/app.mjs':
      "import { greeting } from './words.mjs'; export const api = { get: async ({ name }) => greeting + name };",
    'src/words.mjs': "export const greeting = 'Hello ';",
  };
  assert.equal(await answerOf(t, files, { handler: 'src/app.api.get' }), 'Hello Ada');
});

test('an answer is what JSON makes of it; no answer is null', async (t) => {
  assert.deepEqual(
    await answerOf(t, esm('async () => ({ at: new Date(0), none: undefined, list: [undefined] })')),
    { at: '1970-01-01T00:00:00.000Z', list: [null] },
  );
  assert.equal(await answerOf(t, esm('async () => undefined')), null);
  assert.equal(await answerOf(t, esm("() => 'without a promise'")), 'without a promise');
});

test('what is no JSON, and what is too large, are errors by their AWS names', async (t) => {
  assert.equal(
    await answerOf(t, esm('async () => 1n')),
    'Runtime.JSONStringifyError: Unable to stringify response body',
  );
  assert.equal(
    await answerOf(t, esm("async () => 'x'.repeat(6_291_555)")),
    'Function.ResponseSizeTooLarge: Response payload size exceeded maximum allowed payload size (6291556 bytes).',
  );
});

test('a callback answers, at once where the handler does not wait for an empty event loop', async (t) => {
  assert.equal(
    await answerOf(t, esm('(event, context, callback) => callback(null, event.name)'), CALLBACKS),
    'Ada',
  );
  const impatient = esm(`(event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    setTimeout(() => {}, 60_000);
    callback(null, 'at once'); }`);
  assert.equal(await answerOf(t, impatient, CALLBACKS), 'at once');
});

test('a callback answers when nothing is left to do, and a handler that never calls it answers null', async (t) => {
  const { invoke, lines } = lambdaOf(
    t,
    esm(`(event, context, callback) => {
      setTimeout(() => console.log('done'), 50);
      if (event.answer) callback(null, event.answer); }`),
    CALLBACKS,
  );
  for (const [answer, payload] of [
    ['patient', 'patient'],
    [undefined, null],
    ['warm', 'warm'],
  ] as const) {
    const result = await invoke({ answer });
    assert.ok(result.kind === 'returned');
    assert.equal(result.payload, payload);
  }
  assert.deepEqual(lines, ['done', 'done', 'done']);
});

test('a callback fails with an error or with any other value, and only its first call counts', async (t) => {
  const fails = (value: string): Promise<unknown> =>
    answerOf(
      t,
      esm(`(event, context, callback) => { callback(${value}); callback(null, 'late'); }`),
      CALLBACKS,
    );
  assert.equal(await fails("new RangeError('too far')"), 'RangeError: too far');
  assert.equal(await fails("'just words'"), 'string: just words');
});

test('nodejs24.x refuses a handler with a callback, as AWS does', async (t) => {
  assert.match(
    String(await answerOf(t, esm('(event, context, callback) => callback(null, 1)'))),
    /^Runtime\.CallbackHandlerDeprecated: AWS Lambda has removed support for callback-based/,
  );
});

test('a handler that cannot be found or loaded says so as Lambda does, each time it is called', async (t) => {
  const { invoke } = lambdaOf(t, esm('42'));
  for (let call = 0; call < 2; call++) {
    const result = await invoke();
    assert.ok(result.kind === 'function-error');
    assert.equal(result.errorType, 'Runtime.HandlerNotFound');
    assert.equal(result.errorMessage, 'index.handler is not a function');
  }
  assert.equal(
    await answerOf(t, esm('async () => 1'), { handler: 'index.other' }),
    'Runtime.HandlerNotFound: index.other is undefined or not exported',
  );
  assert.equal(
    await answerOf(t, esm('async () => 1'), { handler: 'main.handler' }),
    "Runtime.ImportModuleError: Error: Cannot find module 'main'",
  );
  assert.equal(
    await answerOf(t, esm('async () => 1'), { handler: 'handler' }),
    'Runtime.MalformedHandlerName: Bad handler',
  );
  assert.match(
    String(await answerOf(t, esm('async () => 1'), { handler: '../index.handler' })),
    /^Runtime\.MalformedHandlerName: '\.\.\/index\.handler' is not a valid handler name\./,
  );
});

test('a module that is missing, malformed or throws while it loads is an error', async (t) => {
  assert.match(
    String(await answerOf(t, { 'index.js': "require('not-packed');" })),
    /^Runtime\.ImportModuleError: Error: Cannot find module 'not-packed'/,
  );
  assert.match(
    String(await answerOf(t, { 'index.mjs': 'export const handler = (' })),
    /^Runtime\.UserCodeSyntaxError: SyntaxError: /,
  );
  assert.equal(
    await answerOf(t, { 'index.mjs': "throw new TypeError('at load');" }),
    'TypeError: at load',
  );
});

test('response streaming says that it is not modelled', async (t) => {
  assert.match(
    String(await answerOf(t, esm('awslambda.streamifyResponse(async () => {})'))),
    /^Error: Response streaming is not modelled by the local cloud: return the whole response/,
  );
});

test('a thrown value of any kind is an error, its stack is in the log, and the worker stays', async (t) => {
  const { invoke, lines } = lambdaOf(
    t,
    esm(`async ({ what }) => {
      if (what === 'error') throw new RangeError('too far');
      if (what === 'text') throw 'words';
      if (what === 'hostile') throw new Proxy(new Error(), { get() { throw new Error('no'); } });
      return (globalThis.calls = (globalThis.calls ?? 0) + 1); }`),
  );
  const said: string[] = [];
  for (const what of ['error', 'text', 'hostile']) {
    const result = await invoke({ what });
    assert.ok(result.kind === 'function-error');
    said.push(result.errorType);
  }
  assert.deepEqual(said, ['RangeError', 'string', 'handled']);
  assert.equal(lines[0], 'RangeError: too far');
  assert.match(lines[1] ?? '', /^ {4}at handler \(.*index\.mjs:/);
  const result = await invoke();
  assert.ok(result.kind === 'returned');
  assert.equal(result.payload, 1);
});

test('a crash of any kind is an error by its AWS name, and the next call is answered', async (t) => {
  const { invoke } = lambdaOf(
    t,
    esm(`async ({ how }) => {
      if (how === 'exit 7') process.exit(7);
      if (how === 'exit 0') process.exit(0);
      if (how === 'uncaught') setTimeout(() => { throw new TypeError('later'); }, 1);
      if (how === 'rejection') void Promise.reject(new Error('nobody listens'));
      if (how === 'memory') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
      if (how) await new Promise((r) => setTimeout(r, how === 'never' ? 0 : 60_000));
      if (how === 'never') await new Promise(() => {});
      return 'answered'; }`),
  );
  const expected: Readonly<Record<string, string>> = {
    'exit 7':
      'Runtime.ExitError: RequestId: request-1 Error: Runtime exited with error: exit status 7',
    'exit 0':
      'Runtime.ExitError: RequestId: request-1 Error: Runtime exited without providing a reason',
    never:
      'Runtime.ExitError: RequestId: request-1 Error: Runtime exited without providing a reason',
    uncaught: 'TypeError: later',
    rejection: 'Runtime.UnhandledPromiseRejection: Error: nobody listens',
    memory:
      'Runtime.ExitError: RequestId: request-1 Error: Runtime exited with error: signal: killed',
  };
  for (const [how, said] of Object.entries(expected)) {
    const crashed = await invoke({ how });
    assert.ok(crashed.kind === 'function-error', how);
    assert.equal(`${crashed.errorType}: ${crashed.errorMessage}`, said);
    const next = await invoke();
    assert.ok(next.kind === 'returned', how);
    assert.equal(next.payload, 'answered');
  }
});

test('an environment that Node.js refuses to start with is an error for every caller', async (t) => {
  const { invoke, lines } = lambdaOf(t, esm('async () => 1'), {
    environment: { NODE_OPTIONS: '--no-such-option' },
  });
  for (const result of await Promise.all([invoke(), invoke()])) {
    assert.ok(result.kind === 'function-error');
    assert.equal(
      result.errorMessage,
      'RequestId: request-1 Error: Runtime exited with error: exit status 9',
    );
  }
  assert.match(lines[0] ?? '', /--no-such-option is not allowed in NODE_OPTIONS/);
});
