import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import type { LambdaFunction } from '@gatehouse/auth-model';

import { createLambda } from './create-lambda';
import {
  lambdaOf,
  payloadOf,
  SAMPLE,
  stackFolder,
  temporaryFolder,
  zipOf,
} from './testing/lambda-of';

const WAITS_FOR_A_FILE = {
  'index.mjs': `import { existsSync, writeFileSync } from 'node:fs';
    export const handler = async ({ folder, name }) => {
      writeFileSync(folder + '/begun-' + name, '');
      while (!existsSync(folder + '/gate')) await new Promise((r) => setTimeout(r, 5));
      return name; };`,
};

test('reserved concurrency refuses one more than it reserves, and takes the next when one is done', async (t) => {
  const folder = temporaryFolder(t);
  const { invoke } = lambdaOf(t, WAITS_FOR_A_FILE, { reservedConcurrency: 2 });
  const running = ['a', 'b'].map((name) => invoke({ folder, name }));
  const third = await invoke({ folder, name: 'c' });
  assert.ok(third.kind === 'refused');
  assert.deepEqual(
    [third.errorType, third.errorMessage],
    ['TooManyRequestsException', 'Rate Exceeded.'],
  );
  assert.equal(third.start, undefined);
  writeFileSync(join(folder, 'gate'), '');
  assert.deepEqual((await Promise.all(running)).map(payloadOf), ['a', 'b']);
  assert.equal(payloadOf(await invoke({ folder, name: 'd' })), 'd');
  assert.deepEqual(readdirSync(folder).sort(), ['begun-a', 'begun-b', 'begun-d', 'gate']);
});

test('an invocation counts until it ends, though its caller has given up', async (t) => {
  const folder = temporaryFolder(t);
  const { invoke } = lambdaOf(t, WAITS_FOR_A_FILE, { reservedConcurrency: 1 });
  assert.equal((await invoke({ folder, name: 'a' }, { timeoutMs: 1 })).kind, 'timed-out');
  assert.equal((await invoke({ folder, name: 'b' })).kind, 'refused');
});

test('a function that reserves nothing is switched off', async (t) => {
  const { invoke } = lambdaOf(
    t,
    { 'index.mjs': 'export const handler = () => 1;' },
    { reservedConcurrency: 0 },
  );
  assert.equal((await invoke()).kind, 'refused');
});

function boot(environment: LambdaFunction['environment']): () => unknown {
  return () =>
    createLambda({
      functions: [{ ...SAMPLE, environment }],
      stackFolder: '/nowhere',
      log: () => undefined,
      clock: { now: () => 0 },
    });
}

test('refuses to boot with variables that Lambda sets itself, or takes too many of', () => {
  assert.throws(boot({ AWS_REGION: 'x', NAME: 'y', LAMBDA_TASK_ROOT: 'z' }), {
    code: 'ERR_LAMBDA_ENVIRONMENT',
    message:
      'aws_lambda_function.sample.environment sets AWS_REGION, LAMBDA_TASK_ROOT, which Lambda sets itself; leave them out.',
  });
  // With its name, quotes and braces: 4,096 bytes are taken, and the package is the next thing that is missed.
  assert.throws(boot({ A: 'x'.repeat(4_096 - 8) }), { code: 'ERR_LAMBDA_PACKAGE_MISSING' });
  assert.throws(boot({ A: 'x'.repeat(4_096 - 7) }), {
    code: 'ERR_LAMBDA_ENVIRONMENT',
    message: /environment has 4097 bytes as JSON; Lambda takes at most 4096/,
  });
});

test('an SDK of the function finds no keys of this machine', async (t) => {
  const { invoke } = lambdaOf(t, {
    'index.mjs': `import { readFileSync } from 'node:fs';
      export const handler = () => readFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE, 'utf8');`,
  });
  assert.equal(payloadOf(await invoke()), '');
});

test('several functions each have their own code, variables and warm state', async (t) => {
  const folder = stackFolder(
    t,
    zipOf({
      'index.mjs': 'let calls = 0; export const handler = () => process.env.WORD + ++calls;',
    }),
  );
  const functions = ['one', 'two'].map((name) => ({
    ...SAMPLE,
    name,
    arn: `${SAMPLE.arn}-${name}`,
    environment: { WORD: name },
  }));
  const { lambda } = lambdaOf(t, {}, {}, { functions, stackFolder: folder });
  const answers: unknown[] = [];
  for (const { arn } of [...functions, ...functions]) {
    answers.push(payloadOf(await lambda.invoke(arn, {}, { timeoutMs: 9_000, requestId: 'r' })));
  }
  assert.deepEqual(answers, ['one1', 'two1', 'one2', 'two2']);
});
