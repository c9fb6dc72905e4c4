import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';

import { maskSecrets } from './mask-secrets';

const API_KEY = 'q3VZ8mXw0Tn5Rk1Yb7Lc2Hd9Jf4Gs6PaEuWiOxMv';

function masked(line: string): string {
  let printed = '';
  maskSecrets((text) => (printed = text), [API_KEY])(line);
  return printed;
}

const JWT = `eyJ${randomBytes(30).toString('base64url')}.${randomBytes(300).toString('base64url')}.${randomBytes(256).toString('base64url')}`;
const SESSION_TOKEN = randomBytes(300).toString('base64');

for (const [what, secret, line] of [
  ['an API key', API_KEY, `{"X-Api-Key":"${API_KEY}"}`],
  ['an ID token', JWT, `Authorization: Bearer ${JWT}`],
  ['a session token', SESSION_TOKEN, `{"X-Amz-Security-Token":"${SESSION_TOKEN}","Accept":"*/*"}`],
  ['a signature', 'a1'.repeat(32), `SignedHeaders=host, Signature=${'a1'.repeat(32)}`],
  ['a password in JSON', 'Fresh-Paint-77!', '{"Username":"user","Password":"Fresh-Paint-77!"}'],
  [
    'a password in JSON within JSON',
    'Fresh-Paint-77!',
    '{"body":"{\\"password\\": \\"Fresh-Paint-77!\\"}"}',
  ],
  ['a secret in a form', 'wJalrXUtnFEMI', 'secretAccessKey=wJalrXUtnFEMI'],
] as const) {
  test(`masks ${what}, and keeps the rest of the line`, () => {
    const printed = masked(`before ${line} after`);
    assert.equal(printed.includes(secret), false, printed);
    assert.match(printed, /^before .*…\(masked\).* after$/);
  });
}

test('leaves what people read alone', () => {
  const line =
    'execute-api  GET /dev/vip  403 AccessDenied: role gatehouse-dev-member has no statement for execute-api:Invoke on arn:aws:execute-api:us-west-2:********9012:abc/dev/GET/vip';
  assert.equal(masked(line), line);
  assert.equal(
    masked('"user" proved the password, groups: admin'),
    '"user" proved the password, groups: admin',
  );
});
