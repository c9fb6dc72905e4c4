/** What a configuration says beside its managed resources is compared, and never passes for "nothing". */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson, type JsonObject } from '@gatehouse/terraform-json';

import { formatText } from '../reporters/text';
import { review } from '../review';
import { toPlain } from '../say';
import { toSnapshot } from '../snapshot';
import { planOf } from '../testing/plan.fixture';

const STACK: JsonObject = {
  provider: { aws: [{ region: 'us-west-2' }] },
  resource: { aws_sns_topic: { t: { name: 'alarms' } } },
};
const waivers = { base: [], today: '2026-01-01' };

const stackWith = (more: JsonObject) =>
  toSnapshot(parseTerraformJson({ ...STACK, ...more }, 'cdk.tf.json'));

const reportOf = (before: JsonObject, after: JsonObject) =>
  review({ base: stackWith(before), head: stackWith(after), waivers });

const aws = (more: JsonObject): JsonObject => ({
  provider: { aws: [{ region: 'us-west-2', ...more }] },
});
const ROLE = { assume_role: [{ role_arn: 'arn:aws:iam::999999999999:role/other' }] };

/** What changes → before, after, and the addresses that are set otherwise. */
const CHANGES: Readonly<Record<string, readonly [JsonObject, JsonObject, ...string[]]>> = {
  'the region': [{}, aws({ region: 'eu-west-1' }), 'provider.aws'],
  'the role of the provider': [{}, aws(ROLE), 'provider.aws'],
  'the accounts that are allowed': [aws({ allowed_account_ids: ['1'] }), {}, 'provider.aws'],
  'an endpoint': [{}, aws({ endpoints: [{ s3: 'https://x.example' }] }), 'provider.aws'],
  'a second provider': [
    {},
    { provider: { aws: [{ region: 'us-west-2' }, { alias: 'east', region: 'us-east-1' }] } },
    'provider.aws.east',
  ],
  'the backend': [
    { terraform: { backend: { s3: { bucket: 'a' } } } },
    { terraform: { backend: { s3: { bucket: 'b' } } } },
    'terraform.backend.s3',
  ],
  'versions of Terraform and providers': [
    { terraform: { required_version: '1.11', required_providers: { aws: { version: '6.0' } } } },
    { terraform: { required_version: '1.12', required_providers: { aws: { version: '6.1' } } } },
    'terraform.required_providers',
    'terraform.required_version',
  ],
  'a data source': [
    { data: { aws_ssm_parameter: { p: { name: 'a' } } } },
    { data: { aws_ssm_parameter: { p: { name: 'b' } } } },
    'data.aws_ssm_parameter.p',
  ],
  'a data source that goes': [
    { data: { aws_region: { current: { region: 'x' } } } },
    {},
    'data.aws_region.current',
  ],
  'a local value, a variable and an output': [
    {
      locals: { a: 1 },
      variable: { b: { default: 1 } },
      output: { c: { value: 1 }, d: { value: 1, sensitive: true } },
    },
    {
      locals: { a: 2 },
      variable: { b: { default: 2 } },
      output: { c: { value: 2 }, d: { value: 1 } },
    },
    'local.a',
    'output.c',
    'output.d',
    'var.b',
  ],
  'a check and an import': [
    {},
    {
      check: { health: { assert: [{ condition: '${true}', error_message: 'x' }] } },
      import: [{ to: '${aws_sns_topic.t}', id: 'arn' }],
    },
    'check.health',
    'import.aws_sns_topic.t',
  ],
  'what Terraform is told of a resource': [
    {},
    {
      resource: { aws_sns_topic: { t: { name: 'alarms', lifecycle: { ignore_changes: 'all' } } } },
    },
    'aws_sns_topic.t',
  ],
};

for (const [what, [before, after, ...addresses]] of Object.entries(CHANGES)) {
  test(`shows that ${what} changed, and never says that nothing does`, () => {
    const report = reportOf(before, after);
    assert.deepEqual(
      report.resources.map(({ action, address }) => `${action} ${address}`),
      addresses.map((address) => `set ${address}`),
    );
    assert.equal(report.isSilent, false);
    assert.doesNotMatch(toPlain(report.verdict), /Nothing changes/);
  });
}

test('says what it was and what it is, and masks secrets there too', () => {
  const text = formatText(
    reportOf(
      {
        ...aws({ region: 'us-west-2' }),
        variable: { db: { default: 'first-one', sensitive: true } },
      },
      {
        ...aws({ region: 'us-west-2', secret_key: 'wJalrXUtnFEMI' }),
        variable: { db: { default: 'second-one', sensitive: true } },
        terraform: { backend: { s3: { bucket: 'state' } } },
      },
    ),
  );
  assert.match(text, /set otherwise terraform\.backend\.s3\n +bucket: “\(not set\)” → state/);
  assert.match(text, /secret_key: “\(not set\)” → \(sensitive\)/);
  assert.doesNotMatch(text, /wJalr|first-one|second-one/);
});

test('finds that Terraform works as somebody else, elsewhere, or on another state', () => {
  const found = (before: JsonObject, after: JsonObject): readonly string[] =>
    reportOf(before, after).findings.map(
      ({ severity, rule, address, message }) =>
        `${severity} ${rule} ${address}: ${toPlain(message)}`,
    );
  assert.deepEqual(found({}, aws(ROLE)), [
    'medium stack-keeps-its-target provider.aws: `assume_role` is not what it was',
  ]);
  assert.deepEqual(
    found(
      { terraform: { backend: { s3: { bucket: 'a' } } } },
      { terraform: { backend: { s3: { bucket: 'b' } } } },
    ),
    ['medium stack-keeps-its-target terraform.backend.s3: `bucket` is not what it was'],
  );
  assert.deepEqual(found(aws({ default_tags: [{ tags: { a: '1' } }] }), {}), []);
  const moved = found({}, aws({ region: 'eu-west-1' }));
  assert.equal(moved.length, 1);
  assert.match(moved[0] ?? '', /^high stack-keeps-its-region/);
});

test('shows them beside a plan, which says nothing of them; and of outputs, what is planned', () => {
  const plan = planOf([], {
    output_changes: { url: { actions: ['update'], before: 'a', after: 'b' } },
  });
  const head = { ...aws(ROLE), output: { url: { value: 'b' } } };
  const report = review({
    base: stackWith({ output: { url: { value: 'a' } } }),
    head: stackWith(head),
    plan,
    waivers,
  });
  assert.deepEqual(
    report.resources.map(({ address }) => address),
    ['output.url', 'provider.aws'],
  );
  assert.ok(report.findings.some(({ rule }) => rule === 'stack-keeps-its-target'));
  assert.deepEqual(report.differing, []);
  const alone = review({ plan, waivers });
  assert.equal(alone.isSilent, false);
  assert.deepEqual(alone.resources[0]?.attributes, [{ path: 'value', before: 'a', after: 'b' }]);
});

test('says nothing of settings where there is nothing to compare them with', () => {
  assert.deepEqual(
    review({ head: stackWith(aws(ROLE)), waivers }).resources.map(({ address }) => address),
    ['aws_sns_topic.t'],
  );
});
