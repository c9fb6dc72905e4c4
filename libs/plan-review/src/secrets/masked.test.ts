/** Two tables: what is masked, and what everybody has to be able to read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { formatJson } from '../reporters/json';
import { formatSarif } from '../reporters/sarif';
import { formatText } from '../reporters/text';
import { review } from '../review';
import { snapshotOf } from '../testing/check-rule';
import { planOf } from '../testing/plan.fixture';

const SECRET = 'hunter2-and-more';
const waivers = { base: [], today: '2026-01-01' };

type Case = readonly [type: string, body: (value: string) => JsonObject];

const variables = (name: string): Case => [
  'aws_lambda_function',
  (value) => ({ environment: [{ variables: { [name]: value } }] }),
];

const MASKED: Readonly<Record<string, Case>> = {
  apiKey: variables('apiKey'),
  clientSecret: variables('clientSecret'),
  dbPassword: variables('dbPassword'),
  AUTHORIZATION: variables('AUTHORIZATION'),
  'a write-only argument': ['aws_ssm_parameter', (value) => ({ value_wo: value })],
  'another one': ['aws_x', (value) => ({ anything_wo: value })],
  secret_binary: ['aws_secretsmanager_secret_version', (value) => ({ secret_binary: value })],
  insecure_value: ['aws_ssm_parameter', (value) => ({ insecure_value: value })],
  'a header that a gateway adds': [
    'aws_api_gateway_integration',
    (value) => ({
      request_parameters: { 'integration.request.header.Authorization': `'${value}'` },
    }),
  ],
  'a header that CloudFront adds': [
    'aws_cloudfront_distribution',
    (value) => ({ origin: [{ custom_header: [{ name: 'X-Origin', value }] }] }),
  ],
  'a key of an event bus': [
    'aws_cloudwatch_event_connection',
    (value) => ({ auth_parameters: [{ api_key: [{ key: 'k', value }] }] }),
  ],
  'a password in an address': ['aws_x', (value) => ({ url: `https://user:${value}@db.example/x` })],
  'a password in JSON': [
    'aws_x',
    (value) => ({ document: JSON.stringify({ db: { password: value } }) }),
  ],
  'a password in JSON within JSON': [
    'aws_x',
    (value) => ({ document: JSON.stringify({ db: JSON.stringify({ dbPassword: value }) }) }),
  ],
};

const READ: Readonly<Record<string, Case>> = {
  'the unit of a token': [
    'aws_cognito_user_pool_client',
    (value) => ({ token_validity_units: [{ access_token: value }] }),
  ],
  'the length of passwords': [
    'aws_cognito_user_pool',
    (value) => ({ password_policy: [{ minimum_length: value }] }),
  ],
  'the id of a key': ['aws_api_gateway_usage_plan_key', (value) => ({ key_id: value })],
  'ways to sign in': [
    'aws_cognito_user_pool_client',
    (value) => ({ explicit_auth_flows: [value] }),
  ],
  'how a method is authorized': ['aws_api_gateway_method', (value) => ({ authorization: value })],
  'where a token stands': [
    'aws_api_gateway_authorizer',
    (value) => ({ identity_source: `method.request.header.${value}` }),
  ],
  'the role of an integration': [
    'aws_api_gateway_integration',
    (value) => ({ credentials: `arn:aws:iam::000000000000:role/${value}` }),
  ],
  'the ARN of a secret': variables('SECRET_ARN'),
  'a name of a table': variables('TOKEN_TABLE'),
  'an address without a password': [
    'aws_x',
    (value) => ({ url: `https://${value}.example/a:b@c` }),
  ],
};

/** What reporters say of a change from one value to another, of configurations and of a plan. */
function textsOf([type, body]: Case): readonly string[] {
  const [before, after] = [body(`${SECRET}-1`), body(`${SECRET}-2`)];
  const stacks = {
    base: snapshotOf({ [type]: { it: before } }),
    head: snapshotOf({ [type]: { it: after } }),
  };
  const plan = planOf([{ address: `${type}.it`, actions: ['update'], before, after }]);
  return [review({ ...stacks, waivers }), review({ plan, waivers })].flatMap((report) => [
    formatText(report),
    formatJson(report),
  ]);
}

for (const [what, one] of Object.entries(MASKED)) {
  test(`masks ${what}`, () => {
    for (const text of textsOf(one)) {
      assert.ok(!text.includes(SECRET), text);
      assert.match(text, /\(sensitive\)/);
    }
  });
}

for (const [what, one] of Object.entries(READ)) {
  test(`shows ${what}`, () => {
    for (const text of textsOf(one)) {
      assert.ok(text.includes(`${SECRET}-2`), text);
      assert.ok(!text.includes('(sensitive)'), text);
    }
  });
}

test('masks a secret in the address of a finding, in every field of SARIF and JSON', () => {
  const head = snapshotOf({
    aws_lambda_function: { f: { environment: [{ variables: { dbPassword: SECRET } }] } },
    aws_iam_invention: { x: { for_each: [SECRET], name: 'x' } },
  });
  const report = review({ base: snapshotOf({}), head, waivers });
  assert.ok(report.findings.some(({ address }) => address.includes(SECRET)));
  for (const text of [formatSarif(report, { file: 'a.ts' }), formatJson(report)])
    assert.ok(!text.includes(SECRET), text);
});
