import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lambdaOf } from './testing/lambda-of';

test('what the handler prints becomes lines of the log, each with its name', async (t) => {
  const lines: string[] = [];
  const { invoke } = lambdaOf(
    t,
    {
      'index.mjs': `export const handler = async () => {
        console.log('one\\ntwo'); console.error('three'); process.stdout.write('no end of line'); };`,
    },
    {},
    { log: (line) => lines.push(line) },
  );
  await invoke();
  assert.deepEqual(lines, [
    '[sample] one',
    '[sample] two',
    '[sample] three',
    '[sample] no end of line',
  ]);
});

test('a function that prints without end fills neither the memory nor the terminal', async (t) => {
  const { invoke, lines } = lambdaOf(t, {
    'index.mjs': `export const handler = async () => {
      for (let i = 0; i < 3000; i++) console.log('x'.repeat(999));
      console.log('y'.repeat(9999)); };`,
  });
  await invoke();
  assert.equal(lines.length, 1001);
  assert.match(lines.at(-1) ?? '', /^ … and more, which is not shown$/);
  await invoke();
  assert.equal(lines.length, 2002);
});

test('what was printed before an endless loop is seen', async (t) => {
  const { invoke, lines } = lambdaOf(
    t,
    {
      'index.mjs':
        "export const handler = async () => { console.log('a'); console.log('b'); for (;;); };",
    },
    { timeoutSeconds: 1 },
  );
  await invoke();
  assert.deepEqual(lines.slice(0, 3), ['a', 'b', 'Task timed out after 1.00 seconds']);
});
