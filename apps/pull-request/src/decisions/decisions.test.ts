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
    doubtful: [{ principal: 'guest', route: 'GET /open' }],
  },
  resources: [
    { action: 'replace', address: 'aws_x.y' },
    { action: 'update', address: 'aws_x.z' },
  ],
  unknown: [
    { rule: 'r', address: 'aws_x.y', because: 'it is known after apply' },
    { address: '', because: 'another plan will be needed' },
    { address: '', because: 'No plan was given', basis: true },
  ],
  findings: [{ rule: 'r', severity: 'high', address: 'aws_x.y', message: 'm' }],
};

const digest = (review: unknown): string => digestOf(decisionsOf(review));

test('is the same for the same decisions, whatever their order and their words', () => {
  const { gained } = REVIEW.matrix;
  const reworded = gained.toReversed().map((cell) => ({ ...cell, reason: 'in other words' }));
  const same = {
    ...REVIEW,
    verdict: '',
    matrix: { ...REVIEW.matrix, gained: reworded },
    resources: [...REVIEW.resources, { action: 'create', address: 'aws_x.new' }],
    unknown: REVIEW.unknown.slice(0, 2).toReversed(),
  };
  assert.equal(digest(same), digest(REVIEW));
});

for (const [what, change] of [
  ['somebody who gains a route', { matrix: { ...REVIEW.matrix, gained: [] } }],
  ['somebody of whom nothing can be told', { matrix: { ...REVIEW.matrix, doubtful: [] } }],
  ['something that is destroyed', { resources: [{ action: 'destroy', address: 'aws_x.y' }] }],
  ['something that is replaced no more', { resources: [] }],
  ['something more that is not known', { unknown: [...REVIEW.unknown, { address: 'aws_x.q' }] }],
  ['a plan that is whole', { unknown: [REVIEW.unknown[0]] }],
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
