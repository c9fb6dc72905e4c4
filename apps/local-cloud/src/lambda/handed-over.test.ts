import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lambdaOf } from './testing/lambda-of';

/** Answers at once, unless told to hang, to wait, or to die. */
const SOMETIMES = {
  'index.mjs': `export const handler = async ({ how, name }) => {
    console.log('runs', name);
    if (how === 'loop') for (;;);
    if (how === 'exit') process.exit(7);
    if (how === 'wait') await new Promise((resolve) => setTimeout(resolve, 300));
    return name;
  };`,
};

test('a call behind one that never ends is answered by another worker, before the first times out', async (t) => {
  const { invoke } = lambdaOf(t, SOMETIMES, { timeoutSeconds: 30 });
  await invoke({ name: 'warm' });
  const order: string[] = [];
  const stuck = invoke({ how: 'loop' }, { timeoutMs: 4_000 }).then(({ kind }) =>
    order.push(`first ${kind}`),
  );
  const behind = invoke({ name: 'second' }).then(({ kind }) => order.push(`second ${kind}`));
  await Promise.all([stuck, behind]);
  assert.deepEqual(order, ['second returned', 'first timed-out']);
});

test('a call behind one that ends the thread is answered all the same', async (t) => {
  const { invoke } = lambdaOf(t, SOMETIMES);
  await invoke({ name: 'warm' });
  const [first, second] = await Promise.all([invoke({ how: 'exit' }), invoke({ name: 'second' })]);
  assert.ok(first.kind === 'function-error' && first.errorType === 'Runtime.ExitError');
  assert.ok(second.kind === 'returned' && second.payload === 'second', JSON.stringify(second));
});

test('many calls at once are run once each and answered with their own answer, whatever some of them do', async (t) => {
  const { invoke, lines } = lambdaOf(t, SOMETIMES, { timeoutSeconds: 2 });
  const results = await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      const how = index % 60 === 7 ? 'exit' : index % 10 === 3 ? 'wait' : 'answer';
      return { index, how, result: await invoke({ how, name: index }) };
    }),
  );
  for (const { index, how, result } of results) {
    if (how === 'exit') assert.equal(result.kind, 'function-error');
    else
      assert.ok(
        result.kind === 'returned' && result.payload === index,
        JSON.stringify({ index, how, result }),
      );
    assert.equal(lines.filter((line) => line === `runs ${index}`).length, 1, `runs ${index}`);
  }
});
