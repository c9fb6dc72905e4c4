import assert from 'node:assert/strict';
import { test } from 'node:test';

import { codeIn, mailText } from './mail-text';
import { roleNameIn } from './role-name-in';

test('shows a mail as text, whatever tags it has', () => {
  assert.equal(
    mailText('<p>Hello,</p>Your code is <b>123456</b>.<script>alert(1)</script>'),
    'Hello,\nYour code is 123456.alert(1)',
  );
  assert.equal(mailText('a &lt;b&gt; &amp;lt;'), 'a <b> &lt;');
});

test('finds the code, and no longer number', () => {
  assert.equal(codeIn('Your code is <b>123456</b>.'), '123456');
  assert.equal(codeIn('Call 1234567'), undefined);
});

test('finds the role in why somebody has it, and none where there is none', () => {
  assert.equal(roleNameIn('dev-admin (preferred by the token): allows'), 'dev-admin');
  assert.equal(roleNameIn('the identity pool does not allow guests'), undefined);
});
