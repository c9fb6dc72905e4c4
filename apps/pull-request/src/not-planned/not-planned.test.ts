import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { decisionsOf } from '../decisions/decisions';
import { notPlanned } from './not-planned';

test('begins with the first reason, lists the others, and ends with the marker of its environment', () => {
  const { markdown } = notPlanned('prod', ['it calls "file".', 'it has a module.']);
  const lines = markdown.trimEnd().split('\n');
  assert.equal(lines[0], 'This change was not planned: `it calls "file".`');
  assert.ok(lines.includes('- `it has a module.`'));
  assert.equal(lines.at(-1), '<!-- gatehouse-review prod -->');
});

test('is a review that decides something, and is never silent', () => {
  const review = JSON.parse(notPlanned('prod', ['it calls "file".']).json) as {
    readonly verdict: string;
    readonly silent: boolean;
  };
  assert.equal(review.verdict, 'This change was not planned: it calls "file".');
  assert.equal(review.silent, false);
  assert.equal(decisionsOf(review).findings.length, 1);
});

test('counts the reasons that nobody reads', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `${index} ${'x'.repeat(5_000)}`);
  const { markdown, json } = notPlanned('prod', many);
  assert.match(markdown, /\n- and 9970 more\n/);
  assert.ok(markdown.length < 20_000);
  assert.ok(json.length < 200_000);
});

test('shows what a change has written as code on its own line, whatever it is', () => {
  const tricks = ['@everyone', '`', '```', '|', '<img>', '[a](https://b)', '\n\n# T', '\r', '-->'];
  const others = [
    '\u202e',
    '\u001b[31m',
    '\u0000',
    '<!-- gatehouse-review prod -->',
    '#1',
    '\ud800',
  ];
  const reason = fc
    .array(fc.oneof(fc.constantFrom(...tricks, ...others), fc.string({ unit: 'binary' })))
    .map((parts) => parts.join(''));
  const skeleton = notPlanned('prod', ['a', 'b']).markdown.replace(/`[^`\n]*`/g, '`');
  const isHarmless = (one: string, other: string): void => {
    const { markdown, json } = notPlanned('prod', [one, other]);
    assert.equal(markdown.replace(/`[^`\n]*`/g, '`'), skeleton);
    assert.match(markdown, /^[\x20-\x7e·\n]*$/);
    assert.match(json, /^[\x20-\x7e\n]*$/);
    assert.doesNotThrow(() => JSON.parse(json) as unknown);
  };
  fc.assert(fc.property(reason, reason, isHarmless), { seed: 20261129, numRuns: 500 });
});

test('refuses an environment that could break out', () => {
  for (const environment of ['', 'a b', '-->', 'x'.repeat(41)])
    assert.throws(() => notPlanned(environment, ['a']), RangeError);
});
