import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatJson } from '../reporters/json';
import { formatMarkdown } from '../reporters/markdown';
import { formatText } from '../reporters/text';
import { review } from '../review';
import { snapshotOf } from '../testing/check-rule';
import { planOf } from '../testing/plan.fixture';
import { isSecretPath } from './secret-names';
import { Secrets, secretsOf } from './secrets';

const NONE = { base: [], today: '2026-01-01' };
const SECRET = 'hunter2-and-more';

test('never says what Terraform marks as sensitive, wherever it stands', () => {
  const plan = planOf([
    {
      address: 'aws_x.a',
      actions: ['update'],
      before: { color: SECRET, note: 'old' },
      after: { color: `${SECRET}!`, note: `it is ${SECRET}` },
      before_sensitive: { color: true },
      after_sensitive: { color: true },
    },
  ]);
  const report = review({ plan, waivers: NONE });
  for (const text of [
    formatText(report),
    formatJson(report),
    formatMarkdown(report, { environment: 'dev' }),
  ]) {
    assert.ok(!text.includes(SECRET), text);
    assert.match(text, /it is \(sensitive\)/);
  }
});

test('knows secrets by their names, which a configuration does not mark', () => {
  const snapshot = snapshotOf({
    aws_api_gateway_api_key: { client: { name: 'client', value: SECRET } },
    aws_lambda_function: { f: { environment: [{ variables: { DB_PASSWORD: 'correct-horse' } }] } },
  });
  const secrets = secretsOf([snapshot.graph], undefined);
  assert.equal(secrets.mask(`${SECRET} correct-horse client`), '(sensitive) (sensitive) client');
});

test('tells a secret from what is only about one', () => {
  const yes = [
    'password',
    'client_secret',
    'secret_string',
    'DB_PASSWORD',
    'API_KEY',
    'auth_token',
  ];
  const no = ['password_policy', 'generate_secret', 'secret_arn', 'token_use', 'api_key_required'];
  for (const name of yes) assert.equal(isSecretPath('aws_x', [name]), true, name);
  for (const name of no) assert.equal(isSecretPath('aws_x', [name]), false, name);
  assert.equal(isSecretPath('aws_x', ['token_validity_units', 0, 'access_token']), false);
  assert.equal(isSecretPath('aws_api_gateway_api_key', ['value']), true);
});

test('masks the longer of two secrets first, and lets short words be', () => {
  assert.equal(new Secrets(['abcdef', 'abcdefgh', 'on']).mask('abcdefgh on'), '(sensitive) on');
});

test('masks a sensitive output', () => {
  const plan = planOf([], {
    output_changes: {
      key: { actions: ['create'], after: SECRET, after_sensitive: true, before_sensitive: false },
    },
  });
  assert.equal(secretsOf([], plan).mask(SECRET), '(sensitive)');
});

/** A plan that says a secret in its own place, and something that was made of it in another. */
function saying(secret: string | number, elsewhere: string): readonly string[] {
  const plan = planOf([
    {
      address: 'aws_x.a',
      actions: ['update'],
      before: { color: secret, note: 'old' },
      after: { color: secret, note: elsewhere },
      before_sensitive: { color: true },
      after_sensitive: { color: true },
    },
  ]);
  const report = review({ plan, waivers: NONE });
  return [formatText(report), formatJson(report), formatMarkdown(report, { environment: 'dev' })];
}

const ODD = 'a&b<c>"d é/+?';

for (const [form, encoded] of Object.entries({
  'as jsonencode writes it': `{"k":"${JSON.stringify(ODD)
    .slice(1, -1)
    .replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)}"}`,
  'in JSON': JSON.stringify({ k: ODD }),
  'in JSON within JSON': JSON.stringify({ k: JSON.stringify({ k: ODD }) }),
  'in base64': Buffer.from(ODD).toString('base64'),
  'in the middle of base64': Buffer.from(`user:${ODD}:tail`).toString('base64'),
  'in base64 for URLs': Buffer.from(`u:${ODD}`).toString('base64url'),
  'in a URL': `https://x.example/?k=${encodeURIComponent(ODD)}&z`,
  'in a form': `k=${encodeURIComponent(ODD).replaceAll('%20', '+')}`,
})) {
  test(`masks a secret ${form}`, () => {
    for (const text of saying(ODD, encoded)) {
      assert.match(text, /\(sensitive\)/);
      const own = encoded.replace(/^.*(?:k=|"k":)/, '').slice(2, -3);
      assert.ok(!text.includes(own), `${own} in ${text}`);
    }
  });
}

test('masks a short secret, and one that is no text, where it is the whole value', () => {
  for (const secret of ['42ab', 4711]) {
    for (const text of saying(secret, String(secret))) assert.ok(!text.includes(String(secret)));
    for (const text of saying(secret, JSON.stringify({ pin: String(secret) })))
      assert.ok(!text.includes(String(secret)), text);
  }
});

test('masks leftmost and longest first, however many there are', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `secret-${String(index)}-end`);
  const secrets = new Secrets([...many, 'secret-1-end-and-more']);
  assert.equal(
    secrets.mask('x secret-1-end-and-more, secret-4999-end.'),
    'x (sensitive), (sensitive).',
  );
});
