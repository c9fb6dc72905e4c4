import assert from 'node:assert/strict';
import { test } from 'node:test';

import { environments } from '../../infra/environments';
import { writeBuilds } from '../synth/fixture-builds';
import { devStack, prodStack, Synthesized } from '../synth/synthesized';
import { appliedWorkspace } from './applied-workspace';
import { WANTS_TERRAFORM, Workspace, type Change } from './workspace';

const actionsOf = (changes: ReadonlyMap<string, Change>): readonly string[] =>
  [...changes].map(([address, { change }]) => `${change.actions.join('+')} ${address}`).sort();

for (const [name, stack] of [
  ['dev', devStack],
  ['prod', prodStack],
] as const) {
  test(
    `${name}: validated, planned and applied, and then nothing is left to change`,
    WANTS_TERRAFORM,
    () => {
      const workspace = new Workspace();
      workspace.useStack(stack().folder);
      workspace.init();
      assert.match(workspace.must('validate', '-no-color'), /The configuration is valid/);
      const changes = workspace.changes();
      assert.equal(changes.size, stack().stack.resources.length);
      assert.ok([...changes.values()].every(({ change }) => change.actions.join() === 'create'));
      assert.match(
        workspace.apply(),
        /Warning: stand-in for the AWS provider: nothing is sent to AWS/,
      );
      assert.equal(workspace.planStatus(), 0);
      assert.deepEqual(workspace.idsInStore(), workspace.idsInState());
    },
  );
}

test('the outputs are what the local cloud answers to', WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(devStack());
  const outputs = JSON.parse(workspace.must('output', '-json')) as Record<
    string,
    { value: unknown }
  >;
  assert.equal(outputs.siteUrl?.value, 'http://localhost:4200');
  assert.equal(outputs.apiUrl?.value, 'http://localhost:4203/dev');
  assert.match(String(outputs.userPoolId?.value), /^us-west-2_[A-Za-z0-9]{9}$/);
  assert.match(String(outputs.apiKey?.value), /^[A-Za-z0-9]{40}$/);
});

test('a changed throttle is an update in place', WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(devStack());
  const throttle = { ...environments.dev.throttle, plan: { ratePerSecond: 51, burst: 100 } };
  workspace.useStack(new Synthesized({ environment: { throttle } }).folder);
  const [[address, plan] = []] = [...workspace.changes()].filter(([it]) =>
    it.includes('usage_plan'),
  );
  assert.ok(address !== undefined && plan !== undefined);
  assert.deepEqual(plan.change.actions, ['update']);
  workspace.apply();
  assert.equal(workspace.planStatus(), 0);
  const [applied] = workspace.store.ofType('aws_api_gateway_usage_plan');
  assert.deepEqual(applied?.values.throttle_settings, [{ burst_limit: 100, rate_limit: 51 }]);
});

test(
  'an argument that AWS cannot change makes a new object, and the plan names it',
  WANTS_TERRAFORM,
  () => {
    const workspace = appliedWorkspace(devStack());
    workspace.editResource('aws_api_gateway_api_key.client', (body) => {
      body.value = 'a-value-that-somebody-chose';
    });
    const change = workspace.changes().get('aws_api_gateway_api_key.client')?.change;
    assert.deepEqual(change?.actions, ['delete', 'create']);
    assert.deepEqual(change.replace_paths, [['value']]);
    const [before] = workspace.store.ofType('aws_api_gateway_api_key');
    workspace.apply();
    const after = workspace.store.ofType('aws_api_gateway_api_key');
    assert.equal(after.length, 1);
    assert.notEqual(after[0]?.id, before?.id);
    assert.equal(workspace.planStatus(), 0);
  },
);

test("an edit behind Terraform's back shows as drift and is put right", WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(devStack());
  const [group] = workspace.store.ofType('aws_cloudwatch_log_group');
  assert.ok(group);
  workspace.store.replace({ ...group, values: { ...group.values, retention_in_days: 3653 } });
  const [change] = workspace.changes().values();
  assert.deepEqual(change?.change.actions, ['update']);
  assert.equal(change.change.before?.retention_in_days, 3653);
  assert.equal(change.change.after?.retention_in_days, environments.dev.logRetentionDays);
  workspace.apply();
  assert.equal(workspace.planStatus(), 0);
});

test('an object that is gone is planned anew', WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(devStack());
  const [group] = workspace.store.ofType('aws_cognito_user_group');
  assert.ok(group);
  workspace.store.remove(group.type, group.id);
  assert.deepEqual(actionsOf(workspace.changes()), ['create aws_cognito_user_group.admin']);
});

test(
  'what Terraform has forgotten is imported, and then nothing is left to change',
  WANTS_TERRAFORM,
  () => {
    const workspace = appliedWorkspace(devStack());
    const [apiKey] = workspace.store.ofType('aws_api_gateway_api_key');
    const [integration] = workspace.store.ofType('aws_api_gateway_integration');
    assert.ok(apiKey && integration);
    const { rest_api_id: api, resource_id: resource, http_method: verb } = integration.values;
    const address = [...workspace.addresses()].find(([, id]) => id === integration.id)?.[0];
    assert.ok(address !== undefined);
    workspace.must('state', 'rm', 'aws_api_gateway_api_key.client', address);
    workspace.must('import', '-no-color', 'aws_api_gateway_api_key.client', apiKey.id);
    workspace.must('import', '-no-color', address, [api, resource, verb].map(String).join('/'));
    assert.equal(workspace.planStatus(), 0);
    const missing = workspace.terraform(
      'import',
      '-no-color',
      'aws_sns_topic.nowhere',
      'arn:nothing',
    );
    assert.notEqual(missing.status, 0);
  },
);

test('dev is destroyed whole', WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(devStack());
  workspace.must('destroy', '-auto-approve', '-no-color');
  assert.deepEqual(workspace.idsInStore(), []);
  assert.deepEqual(workspace.idsInState(), []);
});

test('prod refuses to be destroyed, and nothing of it is gone', WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(prodStack());
  const before = workspace.idsInStore();
  const { status, output } = workspace.terraform('destroy', '-auto-approve', '-no-color');
  assert.notEqual(status, 0);
  assert.match(output, /Instance cannot be destroyed|prevent_destroy/);
  assert.deepEqual(workspace.idsInStore(), before);
});

test(
  "without Terraform's own guard, the user pool of prod is still kept: by AWS",
  WANTS_TERRAFORM,
  () => {
    const workspace = appliedWorkspace(prodStack());
    workspace.edit((json) => {
      for (const resources of Object.values(
        json.resource as Record<string, Record<string, { lifecycle?: Record<string, unknown> }>>,
      )) {
        for (const body of Object.values(resources)) delete body.lifecycle?.prevent_destroy;
      }
    });
    const { status, output } = workspace.terraform('destroy', '-auto-approve', '-no-color');
    assert.notEqual(status, 0);
    assert.match(output.replace(/\s+/g, ' '), /deletion protection is activated/);
    assert.equal(workspace.store.ofType('aws_cognito_user_pool').length, 1);
  },
);

test('a renamed construct is a destroy and a create', WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(devStack());
  workspace.rename('aws_sns_topic.Alarms_Topic', 'aws_sns_topic.Alarms_Renamed');
  assert.deepEqual(
    actionsOf(workspace.changes()).filter((it) => it.includes('aws_sns_topic.')),
    ['create aws_sns_topic.Alarms_Renamed', 'delete aws_sns_topic.Alarms_Topic'],
  );
});

test(
  'a change of code updates the function and leaves its permissions alone',
  WANTS_TERRAFORM,
  () => {
    const workspace = appliedWorkspace(devStack());
    const dist = writeBuilds({ code: 'export const handler = () => ({ statusCode: 204 });' });
    workspace.useStack(new Synthesized({ dist }).folder);
    assert.deepEqual(actionsOf(workspace.changes()), [
      'update aws_lambda_function.Function_Lambda',
    ]);
    const [before] = workspace.store.ofType('aws_lambda_function');
    workspace.apply();
    const [after] = workspace.store.ofType('aws_lambda_function');
    assert.notEqual(after?.content, before?.content);
    assert.notEqual(after?.values.last_modified, undefined);
    assert.equal(workspace.planStatus(), 0);
  },
);

test('a replaced function has its permissions made anew', WANTS_TERRAFORM, () => {
  const workspace = appliedWorkspace(devStack());
  const changes = ((): ReadonlyMap<string, Change> => {
    workspace.editResource('aws_lambda_function.Function_Lambda', (body) => {
      body.function_name = 'another-name';
    });
    return workspace.changes();
  })();
  const permissions = [...changes.values()].filter(({ type }) => type === 'aws_lambda_permission');
  assert.equal(permissions.length, workspace.store.ofType('aws_lambda_permission').length);
  assert.ok(permissions.every(({ change }) => change.actions.includes('create')));
});
