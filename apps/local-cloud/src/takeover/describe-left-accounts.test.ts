import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeLeftAccounts } from './describe-left-accounts';

const SYNTHESIZED = stackOf('synthesized', 'us-west-2_before');
const APPLIED = stackOf('applied', 'us-west-2_first');

test('says where the accounts of a synthesized stack stay, and how they come back', () => {
  assert.equal(
    describeLeftAccounts(SYNTHESIZED, APPLIED),
    'the user pool is another one now: sign in anew; accounts of before stay with dev as synthesized, which a plain npm start serves again',
  );
});

test('promises no way back to a pool that Terraform has replaced', () => {
  const replaced = stackOf('applied', 'us-west-2_second');
  assert.match(describeLeftAccounts(APPLIED, replaced) ?? '', /stay with dev as applied$/);
});

test('says nothing while the pool goes on, or where there was none', () => {
  assert.equal(describeLeftAccounts(APPLIED, APPLIED), undefined);
  assert.equal(describeLeftAccounts(stackOf('synthesized'), APPLIED), undefined);
});

function stackOf(kind: 'synthesized' | 'applied', ...poolIds: readonly string[]) {
  return {
    stack: { kind, words: `dev as ${kind}` },
    model: { userPools: poolIds.map((id) => ({ id })) },
  };
}
