import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatJson } from '../reporters/json';
import { formatMarkdown } from '../reporters/markdown';
import { formatText } from '../reporters/text';
import { review } from '../review';
import { snapshotOf } from '../testing/check-rule';
import { planOf } from '../testing/plan.fixture';
import { isSecretPath, Secrets, secretsOf } from './secrets';

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
