import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FunctionLog } from './function-log';

function printed(...texts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const log = new FunctionLog('f', (line) => lines.push(line));
  for (const text of texts) log.print(text);
  log.flush();
  return lines;
}

test('no control character of what a function prints reaches the terminal', () => {
  assert.deepEqual(printed('\u001b[2J\u001b]0;title\u0007a\u0000b\rc\u009b31m\u202ed\n'), [
    '[f] abcd',
  ]);
});

test('an escape sequence that comes in two parts is one', () => {
  assert.deepEqual(printed('red: \u001b[3', '1mred\n'), ['[f] red: red']);
});

test('keeps tabs, and every script', () => {
  assert.deepEqual(printed('a\tb  ü 日本 🎉\n'), ['[f] a\tb  ü 日本 🎉']);
});

test('what comes without end of line waits for it, and is cut when it does not come', () => {
  assert.deepEqual(printed('a', 'b\nc'), ['[f] ab', '[f] c']);
  assert.deepEqual(printed('x'.repeat(5_000)), [`[f] ${'x'.repeat(4_000)}… (cut)`]);
});
