import assert from 'node:assert/strict';
import { test } from 'node:test';

import { HandedOver, type Invocation } from './handed-over';
import { lambdaOf } from './testing/lambda-of';
import { CLAIMED, type InvokeMessage } from './worker-messages';

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

/** A thread that runs nothing by itself, and what it was sent. */
function sleepingThread() {
  const sent: (readonly InvokeMessage[])[] = [];
  return { sent, postMessage: (messages: readonly InvokeMessage[]) => void sent.push(messages) };
}

const invocations = (...requestIds: readonly string[]): readonly Invocation[] =>
  requestIds.map((requestId) => ({
    requestId,
    event: '{}',
    onHanded: () => undefined,
    settle: () => undefined,
  }));

const idsOf = (handed: readonly Invocation[]) => handed.map(({ requestId }) => requestId);

test('several are handed over in one message, and more only when half of them are done', () => {
  const thread = sleepingThread();
  const handed = new HandedOver();
  handed.hand(thread as never, invocations('runs'), 1_000);
  const ahead = handed.room;
  const names = Array.from({ length: ahead }, (_, index) => `ahead ${index}`);
  handed.hand(thread as never, invocations(...names), 1_000);
  assert.deepEqual(
    thread.sent.map((messages) => messages.length),
    [1, ahead],
  );
  assert.equal(handed.room, 0);
  assert.equal(handed.finish(2), undefined);
  assert.equal(handed.finish(1)?.requestId, 'runs');
  const roomAfter = names.map((name, index) => {
    assert.equal(handed.finish(index + 2)?.requestId, name);
    return handed.room;
  });
  const half = ahead / 2;
  assert.deepEqual(new Set(roomAfter.slice(0, half - 1)), new Set([0]));
  assert.equal(roomAfter[half - 1], half + 1);
});

test('what a thread has not started is taken back in its order, and what it has started is not', () => {
  const thread = sleepingThread();
  const handed = new HandedOver();
  handed.hand(thread as never, invocations('a', 'b', 'c', 'd'), 1_000);
  const [, second] = thread.sent.flat();
  assert.ok(second);
  // The thread starts b.
  assert.equal(Atomics.exchange(handed.claims, second.slot, CLAIMED), second.ticket);
  assert.deepEqual(idsOf(handed.takeBack()), ['c', 'd']);
  assert.deepEqual(handed.takeBack(), []);
  assert.deepEqual(idsOf(handed.abandon()), ['a', 'b']);
  assert.equal(handed.isRunning, false);
});

test('no two that are handed over share a place, however often some are taken back', () => {
  const thread = sleepingThread();
  const handed = new HandedOver();
  handed.hand(thread as never, invocations('runs'), 1_000);
  const [first] = thread.sent.flat();
  for (let round = 0; round < 20; round += 1) {
    handed.hand(thread as never, invocations('b', 'c', 'd'), 1_000);
    const slots = thread.sent.at(-1)?.map(({ slot }) => slot) ?? [];
    assert.equal(new Set([first?.slot, ...slots]).size, 4);
    assert.deepEqual(idsOf(handed.takeBack()), ['b', 'c', 'd']);
  }
});
