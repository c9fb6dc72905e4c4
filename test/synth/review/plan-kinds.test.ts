/** What the review says of each of the committed plans (`npm run plans`): one for each kind of change. It needs no Terraform. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import {
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  matrixPicture,
  review,
  toPlain,
  toSnapshot,
  type Report,
} from '@gatehouse/plan-review';
import { parseTerraformJson, parseTerraformPlan } from '@gatehouse/terraform-json';

import { devStack } from '../synthesized';
import type { PlanKindName } from '../../terraform/plan-kinds';

const FOLDER = 'test/fixtures/plans';

function reportOf(kind: string): Report {
  const text = gunzipSync(readFileSync(join(FOLDER, kind, 'plan.json.gz'))).toString('utf8');
  const plan = parseTerraformPlan(text, 'plan.json');
  return review({ plan, waivers: { base: [], today: '2026-01-01' } });
}

interface Expected {
  readonly verdict: RegExp;
  /** `admin POST /vip`. @default none */
  readonly gained?: readonly string[];
  readonly lost?: readonly string[];
  /** Among the findings: `critical stateful-resource-is-kept aws_x.y`. */
  readonly findings?: readonly string[];
  /** Whatever is destroyed, replaced or renamed; `undefined`: not looked at. */
  readonly gone?: readonly string[];
  /** No finding above info. */
  readonly isHarmless?: true;
}

const NOBODY = /^Nobody gains or loses access/;

const EXPECTED: Readonly<Record<PlanKindName, Expected>> = {
  'everything-new': {
    verdict:
      /^Everything is new: `guest` can call nothing; `member` can call `GET \/secure`; `admin` can call `GET \/secure` and `GET \/vip`/,
    gained: ['member GET /secure', 'admin GET /secure', 'admin GET /vip'],
    gone: [],
    isHarmless: true,
  },
  'nothing-changes': { verdict: /^Nothing changes$/, gone: [], isHarmless: true },
  'everything-destroyed': {
    verdict: /^Everything goes: nobody can call anything any more; critical: /,
    lost: ['member GET /secure', 'admin GET /secure', 'admin GET /vip'],
    findings: [
      'critical stateful-resource-is-kept aws_cognito_user_pool.users',
      'critical stateful-resource-is-kept aws_s3_bucket.site',
    ],
  },
  'route-added': {
    verdict:
      /^`admin` can now call `POST \/vip`, because the route is new: gatehouse-dev-admin \(preferred by the token\): statement CallPostVip of gatehouse-dev-admin\/call-routes allows$/,
    gained: ['admin POST /vip'],
    gone: ['replace aws_api_gateway_deployment.Api_Deployment triggers'],
    isHarmless: true,
  },
  'route-removed': {
    verdict: /^`admin` can no longer call `GET \/vip`, because the route is gone/,
    lost: ['admin GET /vip'],
  },
  'route-opened': {
    verdict:
      /^`member` can now call `GET \/vip` \(was denied\), because role `gatehouse-dev-member` gained `execute-api:Invoke` on `…\/dev\/GET\/vip` \(statement CallGetVip of gatehouse-dev-member\/call-routes\)/,
    gained: ['member GET /vip'],
    gone: [],
  },
  'group-added': {
    verdict:
      /^`editor` can now call `GET \/secure`, because this principal is new: gatehouse-dev-editor .*; and 2 more changes of access/,
    gained: ['editor GET /secure', 'admin + editor GET /secure', 'admin + editor GET /vip'],
    gone: [],
  },
  'throttle-raised': { verdict: NOBODY, gone: [] },
  'guests-on': { verdict: NOBODY, gone: [] },
  'trust-widened': { verdict: NOBODY, gone: [] },
  'key-replaced': {
    verdict: NOBODY,
    gone: [
      'replace aws_api_gateway_api_key.client value',
      'replace aws_api_gateway_usage_plan_key.Api_Plan_PlanKey key_id',
    ],
  },
  'user-pool-replaced': {
    verdict:
      /^Nobody gains or loses access; critical: `aws_cognito_user_pool\.users`: it is replaced, because `username_configuration\[0\]\.case_sensitive` cannot be changed/,
    findings: ['critical stateful-resource-is-kept aws_cognito_user_pool.users'],
    gone: [
      'replace aws_cognito_user_group.admin user_pool_id',
      'replace aws_cognito_user_pool.users username_configuration[0].case_sensitive',
      'replace aws_cognito_user_pool_client.client user_pool_id',
    ],
  },
  'construct-renamed': {
    verdict: /^Nobody gains or loses access; 1 resource is destroyed or replaced/,
    gone: ['rename aws_sns_topic.Alarms_Renamed aws_sns_topic.Alarms_Topic'],
  },
  'code-changed': { verdict: NOBODY, gone: [], isHarmless: true },
  drift: { verdict: NOBODY, gone: [] },
  'tags-changed': { verdict: /^Nobody gains or loses access$/, gone: [], isHarmless: true },
};

/** The plan is of a change that the two configurations beside it do not have: something else was merged, or was not applied. */
for (const kind of ['route-opened', 'guests-on', 'trust-widened'] as const) {
  test(`${kind}: is judged all the same where the configurations beside the plan are alike`, () => {
    const text = gunzipSync(readFileSync(join(FOLDER, kind, 'plan.json.gz'))).toString('utf8');
    const plan = parseTerraformPlan(text, 'plan.json');
    const same = toSnapshot(parseTerraformJson(devStack().text, 'cdk.tf.json'));
    const waivers = { base: [], today: '2026-01-01' };
    const report = review({ plan, base: same, head: same, waivers });
    const alone = reportOf(kind);
    assert.match(toPlain(report.verdict), /^The plan changes more than these two configurations/);
    assert.ok(toPlain(report.verdict).endsWith(`. ${toPlain(alone.verdict)}`));
    assert.deepEqual(
      report.findings.map(({ construct, ...finding }) => [finding, construct === undefined]),
      alone.findings.map((finding) => [finding, false]),
    );
    assert.deepEqual(report.access?.gained, alone.access?.gained);
  });
}

const named = ({ principal, route }: { principal: string; route: string }): string =>
  `${principal} ${route}`;

for (const [kind, expected] of Object.entries(EXPECTED)) {
  test(`${kind}: says what changes`, () => {
    const report = reportOf(kind);
    assert.match(toPlain(report.verdict), expected.verdict);
    assert.ok(report.access);
    assert.deepEqual(
      report.access.gained.map(named).toSorted(),
      (expected.gained ?? []).toSorted(),
    );
    assert.deepEqual(report.access.lost.map(named).toSorted(), (expected.lost ?? []).toSorted());
    assert.deepEqual(report.access.doubtful, []);
    assert.deepEqual(report.unknown, []);
  });

  test(`${kind}: finds what it should and nothing that is not there`, () => {
    const { findings, resources } = reportOf(kind);
    const found = findings.map(({ severity, rule, address }) => `${severity} ${rule} ${address}`);
    for (const one of expected.findings ?? []) assert.ok(found.includes(one), found.join('\n'));
    if (expected.isHarmless)
      assert.deepEqual(
        found.filter((one) => !one.startsWith('info')),
        [],
      );
    if (expected.gone === undefined) return;
    const gone = resources
      .filter(({ action }) => ['destroy', 'replace', 'rename'].includes(action))
      .map(({ action, address, forcedBy, previousAddress = '' }) =>
        `${action} ${address} ${forcedBy.join()}${previousAddress}`.trim(),
      );
    assert.deepEqual(gone, expected.gone);
  });

  test(`${kind}: every format says it, the same each time, without the API key`, () => {
    const key = apiKeyOf(kind);
    const formats = (report: Report): readonly string[] => [
      formatText(report),
      formatMarkdown(report, { environment: 'dev' }),
      formatJson(report),
      formatSarif(report, { file: 'cdk.tf.json' }),
      matrixPicture(report),
    ];
    const first = formats(reportOf(kind));
    assert.deepEqual(formats(reportOf(kind)), first);
    for (const text of first) assert.ok(!text.includes(key));
  });
}

/** Its value in the state; where nothing was applied yet, one that nobody says. */
function apiKeyOf(kind: string): string {
  const text = gunzipSync(readFileSync(join(FOLDER, kind, 'plan.json.gz'))).toString('utf8');
  const { resource_changes: changes } = JSON.parse(text) as {
    resource_changes: readonly { type: string; change: { before: { value: string } | null } }[];
  };
  const key = changes.find(({ type }) => type === 'aws_api_gateway_api_key');
  assert.ok(key);
  return key.change.before?.value ?? 'a-value-that-somebody-chose';
}

test('only the plan that changes nothing is silent', () => {
  const silent = Object.keys(EXPECTED).filter((kind) => reportOf(kind).isSilent);
  assert.deepEqual(silent, ['nothing-changes']);
});
