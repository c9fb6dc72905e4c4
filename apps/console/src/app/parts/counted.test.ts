import assert from 'node:assert/strict';
import { test } from 'node:test';

import { counted, numberWords, ofCount } from './counted';

test('says one of a kind in the singular, and none or many in the plural', () => {
  assert.equal(counted(1, 'APIs'), '1 API');
  assert.equal(counted(0, 'APIs'), '0 APIs');
  assert.equal(ofCount(1, 'user pools'), 'user pool');
  assert.equal(ofCount(2, 'user pools'), 'user pools');
});

test('groups the digits of large numbers', () => {
  assert.equal(numberWords(10_000), (10_000).toLocaleString());
  assert.equal(counted(10_000, 'calls'), `${(10_000).toLocaleString()} calls`);
});
