import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decisionsOf, digestOf } from './decisions';
import { DIGEST_LENGTH, readDigest, withDigest } from './comment-digest';

const REVIEW = {
  verdict: 'member can now call POST /vip',
  matrix: {
    gained: [
      { principal: 'member', route: 'POST /vip', reason: 'a' },
      { principal: 'admin', route: 'POST /vip', reason: 'b' },
    ],
    lost: [],
  },
  findings: [{ rule: 'r', severity: 'high', address: 'aws_x.y', message: 'm' }],
};

const digest = (review: unknown): string => digestOf(decisionsOf(review));

test('is the same for the same decisions, whatever their order and their words', () => {
  const { gained } = REVIEW.matrix;
  const reworded = gained.toReversed().map((cell) => ({ ...cell, reason: 'in other words' }));
  const same = { ...REVIEW, verdict: '', matrix: { gained: reworded, lost: [] } };
  assert.equal(digest(same), digest(REVIEW));
});

for (const [what, change] of [
  ['somebody who gains a route', { matrix: { gained: [], lost: [] } }],
  [
    'somebody who loses one',
    { matrix: { ...REVIEW.matrix, lost: [{ principal: 'a', route: 'b' }] } },
  ],
  ['a finding less', { findings: [] }],
  ['a finding that weighs more', { findings: [{ ...REVIEW.findings[0], severity: 'critical' }] }],
] as const) {
  test(`is another for ${what}`, () => {
    assert.notEqual(digest({ ...REVIEW, ...change }), digest(REVIEW));
  });
}

for (const review of [null, [], {}, { matrix: {}, findings: [] }, { ...REVIEW, findings: [{}] }]) {
  test(`refuses ${JSON.stringify(review).slice(0, 40)} for a review`, () => {
    assert.throws(() => decisionsOf(review), /The review/);
  });
}

test('is read back from the comment that carries it, and from its last line only', () => {
  const own = digest(REVIEW);
  const comment = withDigest('The review.\n', own);
  assert.equal(readDigest(comment), own);
  assert.equal(comment.length, 'The review.'.length + DIGEST_LENGTH);
  assert.equal(readDigest(`${comment}and more`), undefined);
  assert.equal(readDigest('The review.'), undefined);
});
