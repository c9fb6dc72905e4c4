import assert from 'node:assert/strict';
import { test } from 'node:test';

import { listed, prose, say, toPlain } from './say';

test('keeps what is ours apart from values', () => {
  assert.deepEqual(say`role ${'a`b'} has ${2}`, [
    'role ',
    { kind: 'code', text: 'a`b' },
    ' has ',
    { kind: 'code', text: '2' },
  ]);
  assert.equal(toPlain(say`role ${'a`b'}: ${prose('x y')}`), "role `a'b`: x y");
});

test('says a list as people do, and a long one as a number', () => {
  const plain = (...names: readonly string[]): string => toPlain(listed(names));
  assert.equal(plain(), 'nothing');
  assert.equal(plain('a'), '`a`');
  assert.equal(plain('a', 'b', 'c'), '`a`, `b` and `c`');
  const many = Array.from({ length: 20 }, (_, index) => `n${index}`);
  assert.match(plain(...many), /^`n0`, .*`n6` and 13 more$/);
});
