/** Plans of other people's shapes: a whole review of each, or one sentence. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { formatMarkdown, review, toPlain, type Report } from '@gatehouse/plan-review';
import { parseTerraformPlan, TerraformJsonError } from '@gatehouse/terraform-json';

interface Named {
  address: string;
  type: string;
  name: string;
  index?: number | string;
  change?: { actions: string[]; before: unknown; after: Record<string, unknown> | null };
  previous_address?: string;
  values?: Record<string, unknown>;
}

interface PlanJson {
  format_version: string;
  resource_changes: Named[];
  planned_values: { root_module: { resources: Named[]; child_modules?: unknown[] } };
  deferred_changes?: unknown[];
  complete?: boolean;
}

const TEXT = gunzipSync(readFileSync('test/fixtures/plans/route-opened/plan.json.gz')).toString();

function planWith(edit: (plan: PlanJson) => void): string {
  const plan = JSON.parse(TEXT) as PlanJson;
  edit(plan);
  return JSON.stringify(plan);
}

function reviewed(text: string): Report {
  const plan = parseTerraformPlan(text, 'plan.json');
  const report = review({ plan, waivers: { base: [], today: '2026-01-01' } });
  assert.match(formatMarkdown(report, { environment: 'dev' }), /gatehouse/);
  return report;
}

/** A resource that is made by the plan, in its two places. */
function added(plan: PlanJson, resource: Named, values: Record<string, unknown>): void {
  plan.resource_changes.push({
    ...resource,
    change: { actions: ['create'], before: null, after: values },
  });
  plan.planned_values.root_module.resources.push({ ...resource, values });
}

const isGained = ({ access }: Report): boolean =>
  access?.gained.some(({ principal, route }) => `${principal} ${route}` === 'member GET /vip') ===
  true;

test('weighs what it knows beside types that nobody here has heard of, and names them', () => {
  const report = reviewed(
    planWith((plan) => {
      const thing = { address: 'other_cloud_thing.one', type: 'other_cloud_thing', name: 'one' };
      added(plan, thing, { anything: [{ deep: null }] });
    }),
  );
  assert.ok(isGained(report));
  assert.ok(report.findings.some(({ address }) => address === 'other_cloud_thing.one'));
});

test('weighs resources of count and for_each, under their own addresses', () => {
  const report = reviewed(
    planWith((plan) => {
      for (const index of [0, 'a"b'] as const) {
        const address = `aws_iam_user.robot[${JSON.stringify(index)}]`;
        added(plan, { address, type: 'aws_iam_user', name: 'robot', index }, { name: 'robot' });
      }
    }),
  );
  const robots = report.findings.filter(({ rule }) => rule === 'credential-is-not-created');
  assert.deepEqual(robots.map(({ address }) => address).toSorted(), [
    'aws_iam_user.robot["a\\"b"]',
    'aws_iam_user.robot[0]',
  ]);
});

test('weighs resources within modules of modules', () => {
  const address = 'module.outer[0].module.inner.aws_iam_user.robot';
  const report = reviewed(
    planWith((plan) => {
      const robot = { address, type: 'aws_iam_user', name: 'robot' };
      const values = { name: 'robot' };
      plan.resource_changes.push({
        ...robot,
        change: { actions: ['create'], before: null, after: values },
      });
      plan.planned_values.root_module.child_modules = [
        {
          address: 'module.outer[0]',
          child_modules: [
            {
              address: 'module.outer[0].module.inner',
              resources: [{ ...robot, mode: 'managed', values }],
            },
          ],
        },
      ];
    }),
  );
  assert.ok(report.findings.some((finding) => finding.address === address));
});

test('knows a moved block, and takes what moved for neither gone nor new', () => {
  const [from, to] = ['aws_sns_topic.Alarms_Topic', 'aws_sns_topic.People'];
  const report = reviewed(
    planWith((plan) => {
      moveTopic(plan, from, to);
    }),
  );
  assert.ok(
    report.resources.some(
      ({ address, previousAddress }) => address === to && previousAddress === from,
    ),
  );
  assert.ok(report.resources.every(({ action }) => action !== 'destroy'));
});

function moveTopic(plan: PlanJson, from: string, to: string): void {
  const name = to.split('.')[1] ?? '';
  for (const list of [plan.resource_changes, plan.planned_values.root_module.resources]) {
    for (const resource of list) {
      if (resource.address !== from) continue;
      Object.assign(resource, { address: to, name });
      if (resource.change !== undefined) resource.previous_address = from;
    }
  }
}

test('says what Terraform has put off, and that another plan follows', () => {
  const report = reviewed(
    planWith((plan) => {
      plan.complete = false;
      plan.deferred_changes = [
        { reason: 'provider_config_unknown', resource_change: { address: 'data.aws_x.later' } },
      ];
    }),
  );
  const words = report.unknown.map(({ because }) => toPlain(because)).join('\n');
  assert.match(words, /provider_config_unknown/);
  assert.match(words, /another plan will be needed/);
});

test('reads what later minor versions of the format add', () => {
  const text = TEXT.replace(
    /"format_version":"1\.\d+"/,
    '"format_version":"1.99","later":{"a":[]}',
  );
  assert.notEqual(text, TEXT);
  assert.ok(isGained(reviewed(text)));
});

for (const [what, text] of [
  ['another format', TEXT.replace(/"format_version":"1\.\d+"/, '"format_version":"2.0"')],
  ['half a plan', TEXT.slice(0, TEXT.length / 2)],
  ['an empty file', ''],
  ['no object', '[]'],
  [
    'a list in the place of an object',
    planWith((plan) => Object.assign(plan, { planned_values: [1] })),
  ],
] as const) {
  test(`refuses ${what}, in one sentence that says what to run`, () => {
    assert.throws(
      () => reviewed(text),
      (error) =>
        error instanceof TerraformJsonError && /^plan\.json.{10,600}$/s.test(error.message),
    );
  });
}
