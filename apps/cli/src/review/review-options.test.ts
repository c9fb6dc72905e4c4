import assert from 'node:assert/strict';
import { test } from 'node:test';

import { UsageError } from '../run-as-command';
import { parseReviewOptions } from './review-options';

const NOW = new Date('2026-03-04T23:00:00Z');

test('reviews two stacks, a plan, or both', () => {
  const both = parseReviewOptions(['--base', 'a', '--head', 'b', '--plan', 'p'], NOW);
  assert.deepEqual(both, {
    kind: 'review',
    sides: { base: 'a', head: 'b', plan: 'p' },
    environment: 'dev',
    format: 'text',
    failOn: 'high',
    today: '2026-03-04',
    isOffline: false,
  });
  const alone = parseReviewOptions(['--plan', 'p', '--format', 'sarif', '--fail-on', 'low'], NOW);
  assert.ok(alone.kind === 'review');
  assert.deepEqual([alone.sides, alone.format, alone.failOn], [{ plan: 'p' }, 'sarif', 'low']);
});

test('puts help and the list of rules before everything else', () => {
  assert.deepEqual(parseReviewOptions(['--help', '--base', 'a'], NOW), { kind: 'help' });
  assert.deepEqual(parseReviewOptions(['--rules'], NOW), { kind: 'rules' });
});

const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
  [[], /Nothing is named to review.*Usage/s],
  [['--base', 'a'], /--base needs --head/],
  [['--head', 'a', '--plan', 'p'], /--head needs --base/],
  [
    ['--plan', 'p', '--format', 'html'],
    /--format must be one of text, markdown, json, sarif, and is "html"/,
  ],
  [['--plan', 'p', '--fail-on', 'bad'], /--fail-on must be one of info, low/],
  [['--plan', 'p', '--today', 'tomorrow'], /--today must be a day/],
  [['--plan', 'p', '--environment', 'a b'], /--environment must be/],
  [['--plan', 'p', '--artifact-url', 'http://x.example'], /--artifact-url must be a plain https/],
  [
    ['--plan', 'p', '--artifact-url', 'https://x.example/)'],
    /--artifact-url must be a plain https/,
  ],
  [['--colour'], /--colour.*Usage/s],
  [['file'], /file.*Usage/s],
];

for (const [argv, message] of WRONG) {
  test(`refuses ${JSON.stringify(argv.join(' '))}`, () => {
    assert.throws(
      () => parseReviewOptions(argv, NOW),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}
