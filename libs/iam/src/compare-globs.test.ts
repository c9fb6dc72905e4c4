import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { coversGlob } from './compare-globs';
import { compileGlob, matchGlob } from './glob';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 });
const covers = (wide: string, narrow: string): boolean =>
  coversGlob(compileGlob(wide), compileGlob(narrow));

/** All texts of two letters up to this length. */
function texts(length: number): readonly string[] {
  if (length === 0) return [''];
  const shorter = texts(length - 1);
  const longest = shorter.filter((word) => word.length === length - 1);
  return [...shorter, ...longest.flatMap((word) => [`${word}a`, `${word}b`])];
}

test('a pattern that covers another matches whatever that one matches', () => {
  const words = texts(6);
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '*', '*', '?'), maxLength: 4 });
  fc.assert(
    fc.property(short, short, (wide, narrow) => {
      if (!covers(wide, narrow)) return;
      const [one, other] = [compileGlob(wide), compileGlob(narrow)];
      for (const word of words) if (matchGlob(other, word)) assert.ok(matchGlob(one, word), word);
    }),
    { numRuns: 2000 },
  );
});

test('a pattern covers itself, and a text covers no more than itself', () => {
  fc.assert(
    fc.property(pattern, text, (one, word) => {
      assert.equal(covers(one, one), true);
      assert.equal(covers(word, one), word === one);
    }),
  );
});

for (const [wide, narrow, expected] of [
  ['GET/*', 'GET/items/*', true],
  ['GET/items/*', 'GET/*', false],
  ['GET/items/?', 'GET/items/*', false],
  ['GET/items/??????????????', 'GET/items/*', false],
  ['GET/items/{id}', 'GET/items/*', false],
  ['*/items/*', 'GET/items/*', true],
  ['?*b', '*b', false],
  ['*b', '?*b', true],
] as const) {
  test(`${wide} ${expected ? 'covers' : 'does not cover'} ${narrow}`, () => {
    assert.equal(covers(wide, narrow), expected);
  });
}
