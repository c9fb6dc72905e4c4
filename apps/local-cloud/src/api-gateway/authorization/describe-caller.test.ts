import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { RoleReason } from '@gatehouse/auth-model';

import { describeCaller } from './describe-caller';

const arn = 'arn:aws:iam::000000000000:role/dev-member';
const role = { name: 'dev-member', arn, uniqueId: 'AROA' };

function described(because: RoleReason, detail: string): string {
  return describeCaller({ role, choice: { kind: 'role', roleArn: arn, because, detail } });
}

test('says why the fallback role in the sentence that cognito-identity logged', () => {
  const detail = 'the token holds no role, so the authenticated role';
  assert.equal(described('ambiguous-so-authenticated-role', detail), `dev-member (${detail})`);
  const rule = 'the rule "custom:team Equals red" matches';
  assert.equal(described('rule', rule), `dev-member (${rule})`);
});

test('is short where the name of the reason says it all', () => {
  assert.equal(
    described('preferred-role', 'preferred by the token'),
    'dev-member (preferred role)',
  );
});
