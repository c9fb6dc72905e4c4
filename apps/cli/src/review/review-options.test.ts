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
    outputs: [{ format: 'text' }],
    failOn: 'high',
    today: '2026-03-04',
    isOffline: false,
  });
  const alone = parseReviewOptions(['--plan', 'p', '--format', 'sarif', '--fail-on', 'low'], NOW);
  assert.ok(alone.kind === 'review');
  assert.deepEqual(
    [alone.sides, alone.outputs, alone.failOn],
    [{ plan: 'p' }, [{ format: 'sarif' }], 'low'],
  );
});

test('writes several formats, each to a file of its own', () => {
  const argv = ['--plan', 'p', '--format', 'json', '--out', 'a', '--format', 'text', '--out', 'b'];
  const options = parseReviewOptions(argv, NOW);
  assert.ok(options.kind === 'review');
  assert.deepEqual(options.outputs, [
    { format: 'json', file: 'a' },
    { format: 'text', file: 'b' },
  ]);
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
  [
    ['--plan', 'p', '--format', 'json', '--format', 'text'],
    /to a file of its own.*there are 2 --format and 0 --out/,
  ],
  [['--plan', 'p', '--out', 'a', '--out', 'b'], /there are 1 --format and 2 --out/],
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
