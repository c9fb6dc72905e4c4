import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { matchesPattern } from './matches-pattern';

/** The slow model: a regular expression, which may backtrack as it likes. */
function modelMatches(pattern: string, value: string): boolean {
  const source = Array.from(pattern, (character) => {
    if (character === '*') return '.*';
    if (character === '?') return '.';
    return character.replace(/[\\^$.+()[\]{}|/-]/, String.raw`\$&`);
  }).join('');
  return new RegExp(`^${source}$`, 'su').test(value);
}

test('agrees with a regular expression on patterns and values of few letters', () => {
  const letters = fc.constantFrom('a', 'b', '/', ':', '😀');
  const pattern = fc.string({ unit: fc.oneof(letters, fc.constantFrom('*', '?')), maxLength: 10 });
  const value = fc.string({ unit: letters, maxLength: 12 });
  fc.assert(
    fc.property(pattern, value, (p, v) => matchesPattern(p, v) === modelMatches(p, v)),
    { numRuns: 5000, seed: 11 },
  );
});

test('agrees with a regular expression on arbitrary text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(text, text, (p, v) => matchesPattern(p, v) === modelMatches(p, v)),
    { numRuns: 1000, seed: 12 },
  );
});

test('a text without wildcards matches itself only', () => {
  const text = fc.string({ maxLength: 40 }).filter((it) => !/[*?]/.test(it));
  fc.assert(
    fc.property(text, text, (p, v) => matchesPattern(p, v) === (p === v)),
    { seed: 13 },
  );
});

const ARN = 'arn:aws:execute-api:us-west-2:123456789012:abc123/dev/GET/secure';
const TABLE: readonly (readonly [pattern: string, value: string, matches: boolean])[] = [
  ['*', ARN, true],
  ['*', '', true],
  ['?', '', false],
  ['', '', true],
  ['', 'a', false],
  [ARN, ARN, true],
  ['arn:aws:execute-api:us-west-2:123456789012:abc123/*/GET/secure', ARN, true],
  ['arn:aws:execute-api:*:*:*/dev/GET/*', ARN, true],
  ['arn:aws:execute-api:us-west-2:123456789012:abc123/dev/*', `${ARN}/deeper/still`, true],
  ['arn:aws:execute-api:us-west-2:123456789012:abc123/dev/GET/s*', ARN, true],
  ['arn:aws:execute-api:us-west-2:123456789012:abc123/dev/GET/v*', ARN, false],
  ['arn:aws:execute-api:us-west-?:*', ARN, true],
  ['arn:aws:execute-api:us-west-??:*', ARN, false],
  ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/1/2/test/3/object.jpg', true],
  ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/1/object.jpg', false],
  [ARN.toUpperCase(), ARN, false],
];

for (const [pattern, value, matches] of TABLE) {
  test(`"${pattern}" ${matches ? 'matches' : 'does not match'} "${value}"`, () => {
    assert.equal(matchesPattern(pattern, value), matches);
  });
}

test('a pattern made to make regular expressions backtrack forever is decided', () => {
  assert.equal(matchesPattern(`${'*a'.repeat(500)}b`, 'a'.repeat(2000)), false);
});
