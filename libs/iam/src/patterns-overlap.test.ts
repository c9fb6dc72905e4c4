import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { matchesPattern } from './matches-pattern';
import { patternsOverlap } from './patterns-overlap';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 });

/** All texts of these letters up to this length. */
function texts(letters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [''];
  const shorter = texts(letters, length - 1);
  const longest = shorter.filter((word) => word.length === length - 1);
  return [...shorter, ...longest.flatMap((word) => letters.map((letter) => word + letter))];
}

test('sees that two patterns overlap wherever one text matches both', () => {
  fc.assert(
    fc.property(pattern, pattern, text, (left, right, word) => {
      fc.pre(matchesPattern(left, word) && matchesPattern(right, word));
      assert.equal(patternsOverlap(left, right), true);
    }),
    { numRuns: 500 },
  );
});

test('agrees with trying every short text', () => {
  const words = texts(['a', 'b'], 6);
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 });
  fc.assert(
    fc.property(short, short, (left, right) => {
      const tried = words.some((word) => matchesPattern(left, word) && matchesPattern(right, word));
      assert.equal(patternsOverlap(left, right), tried);
    }),
    { numRuns: 500 },
  );
});

test('does not care which pattern comes first', () => {
  fc.assert(
    fc.property(pattern, pattern, (left, right) => {
      assert.equal(patternsOverlap(left, right), patternsOverlap(right, left));
    }),
  );
});
