/** The committed plans (`npm run plans`) are what their names say. They need no Terraform. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { PLAN_KINDS, type PlanKindName } from './plan-kinds';
import type { Change, JsonBody } from './workspace';

const FOLDER = 'test/fixtures/plans';

function read(kind: string, file: 'plan' | 'state'): JsonBody {
  const text = gunzipSync(readFileSync(join(FOLDER, kind, `${file}.json.gz`))).toString('utf8');
  return JSON.parse(text) as JsonBody;
}

/** `update aws_x.y`, for whatever would change but the deployment and the stage, which follow from much. */
function changesOf(kind: string): readonly string[] {
  const { resource_changes: all } = read(kind, 'plan') as { resource_changes: readonly Change[] };
  return all
    .filter(({ change }) => change.actions.join() !== 'no-op' && change.actions.join() !== 'read')
    .map(({ address, change }) => `${change.actions.join('+')} ${address}`);
}

/** What each has to show, among whatever else follows from it; `only` where nothing else may. */
const EXPECTED: Readonly<
  Record<PlanKindName, { readonly some?: readonly string[]; readonly only?: readonly string[] }>
> = {
  'everything-new': {
    some: ['create aws_cognito_user_pool.users', 'create aws_lambda_function.Function_Lambda'],
  },
  'nothing-changes': { only: [] },
  'everything-destroyed': {
    some: ['delete aws_cognito_user_pool.users', 'delete aws_s3_bucket.site'],
  },
  'route-added': { some: ['create aws_api_gateway_method.Api_PostVip_Method'] },
  'route-removed': { some: ['delete aws_api_gateway_method.Api_GetVip_Method'] },
  'route-opened': { some: ['update aws_iam_role_policy.Roles_Member_Policy'] },
  'group-added': { some: ['create aws_cognito_user_group.editor'] },
  'throttle-raised': {
    only: [
      'update aws_api_gateway_usage_plan.Api_Plan',
      // The alarm watches calls near the plan's rate.
      'update aws_cloudwatch_metric_alarm.Alarms_On_ApiNearPlanRate',
    ],
  },
  'guests-on': { only: ['update aws_cognito_identity_pool.identities'] },
  'trust-widened': { only: ['update aws_iam_role.Roles_Admin_Role'] },
  'key-replaced': { some: ['delete+create aws_api_gateway_api_key.client'] },
  'user-pool-replaced': { some: ['delete+create aws_cognito_user_pool.users'] },
  'construct-renamed': {
    some: ['create aws_sns_topic.Alarms_Renamed', 'delete aws_sns_topic.Alarms_Topic'],
  },
  'code-changed': { only: ['update aws_lambda_function.Function_Lambda'] },
  drift: { only: ['update aws_cloudwatch_log_group.Function_Logs'] },
  'tags-changed': {
    some: ['update aws_cognito_user_pool.users', 'update aws_iam_role.Roles_Admin_Role'],
  },
};

for (const kind of Object.keys(PLAN_KINDS) as PlanKindName[]) {
  test(`${kind}: the plan is of that kind, and the state after it is whole`, () => {
    const changes = changesOf(kind);
    const { some = [], only } = EXPECTED[kind];
    for (const one of some)
      assert.ok(changes.includes(one), `${one} is not in:\n${changes.join('\n')}`);
    if (only !== undefined) assert.deepEqual(changes, only);
    assert.match(String(read(kind, 'state').format_version), /^1\./);
    const { format_version: format, timestamp } = read(kind, 'plan');
    assert.match(String(format), /^1\./);
    assert.equal(timestamp, '2026-01-01T00:00:00Z');
  });
}
