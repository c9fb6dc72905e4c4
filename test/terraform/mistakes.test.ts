import assert from 'node:assert/strict';
import { test } from 'node:test';

import { devStack } from '../synth/synthesized';
import { appliedWorkspace, initializedWorkspace } from './applied-workspace';
import { WANTS_TERRAFORM, Workspace, type JsonBody } from './workspace';

/** What Terraform says of the dev stack with one mistake in it, on one line. */
function said(address: string, mistake: (body: JsonBody) => void, command = 'validate'): string {
  const workspace = initializedWorkspace(devStack());
  workspace.editResource(address, mistake);
  const { status, output } = workspace.terraform(command, '-no-color');
  assert.notEqual(status, 0, output);
  return output.replace(/[\s│]+/g, ' ');
}

const ROLE = 'aws_iam_role.Roles_Admin_Role';

test('an argument that does not exist is reported with its place', WANTS_TERRAFORM, () => {
  const output = said('aws_api_gateway_api_key.client', (body) => {
    body.colour = 'blue';
  });
  assert.match(
    output,
    /Extraneous JSON object property.*on cdk\.tf\.json line \d+, in resource\.aws_api_gateway_api_key\.client.*"colour"/,
  );
});

test('a value of the wrong type is reported with its place', WANTS_TERRAFORM, () => {
  const output = said('aws_api_gateway_api_key.client', (body) => {
    body.enabled = ['yes'];
  });
  assert.match(
    output,
    /(Incorrect|Inappropriate) (attribute )?value.*cdk\.tf\.json line \d+, in resource\.aws_api_gateway_api_key\.client/,
  );
  assert.match(output, /bool required/);
});

test('a missing argument is reported with its place', WANTS_TERRAFORM, () => {
  const output = said('aws_api_gateway_api_key.client', (body) => {
    delete body.name;
  });
  assert.match(
    output,
    /Missing required argument.*cdk\.tf\.json line \d+, in resource\.aws_api_gateway_api_key\.client.*"name" is required/,
  );
});

test('one block too many is reported with its place', WANTS_TERRAFORM, () => {
  const output = said('aws_cognito_user_pool.users', (body) => {
    const policy = body.password_policy;
    body.password_policy = [policy, policy].flat();
  });
  assert.match(output, /Too many password_policy blocks.*cdk\.tf\.json line \d+/);
});

test('a cycle is reported with everything in it', WANTS_TERRAFORM, () => {
  const output = said('aws_api_gateway_rest_api.api', (body) => {
    body.description = '${aws_api_gateway_deployment.Api_Deployment.id}';
  });
  assert.match(output, /Error: Cycle:.*aws_api_gateway_deployment\.Api_Deployment/);
});

test('a reference to nothing is reported with its place', WANTS_TERRAFORM, () => {
  const output = said('aws_cognito_user_group.admin', (body) => {
    body.user_pool_id = '${aws_cognito_user_pool.nobody.id}';
  });
  assert.match(output, /Reference to undeclared resource.*cdk\.tf\.json line \d+/);
});

test('a value that AWS does not know is refused before anything is made', WANTS_TERRAFORM, () => {
  const output = said('aws_cognito_user_pool.users', (body) => {
    body.mfa_configuration = 'SOMETIMES';
  });
  assert.match(
    output,
    /expected mfa_configuration to be one of \["OFF","ON","OPTIONAL"\], got SOMETIMES.*cdk\.tf\.json line \d+/,
  );
});

test('a resource type that is not here is reported by its name', WANTS_TERRAFORM, () => {
  const workspace = new Workspace();
  workspace.useResources({ aws_dynamodb_table: { users: { name: 'users' } } });
  workspace.init();
  const { status, output } = workspace.terraform('validate', '-no-color');
  assert.notEqual(status, 0);
  assert.match(output, /does not support resource type\s.*"aws_dynamodb_table"/);
});

/** What AWS refuses at apply, of the dev stack with one mistake in it. */
function refused(address: string, mistake: (body: JsonBody) => void): string {
  const workspace = initializedWorkspace(devStack());
  workspace.editResource(address, mistake);
  const { status, output } = workspace.terraform('apply', '-auto-approve', '-no-color');
  assert.notEqual(status, 0, output);
  assert.deepEqual(workspace.idsInStore(), workspace.idsInState());
  return output.replace(/[\s│]+/g, ' ');
}

test(
  'a trust policy that lets any identity pool in is refused, as AWS does',
  WANTS_TERRAFORM,
  () => {
    const output = refused(ROLE, (body) => {
      const policy = JSON.parse(String(body.assume_role_policy)) as { Statement: JsonBody[] };
      for (const statement of policy.Statement) delete statement.Condition;
      body.assume_role_policy = JSON.stringify(policy);
    });
    assert.match(output, /creating aws_iam_role \(gatehouse-dev-admin\): MalformedPolicyDocument/);
    assert.match(output, /cdk\.tf\.json line \d+, in resource\.aws_iam_role/);
  },
);

test('a method on an API that does not exist is refused', WANTS_TERRAFORM, () => {
  const method = [...devStack().all('aws_api_gateway_method').keys()][0] ?? '';
  const output = refused(method, (body) => {
    body.rest_api_id = 'nothere123';
  });
  assert.match(
    output,
    /NotFoundException: Invalid API identifier specified 123456789012:nothere123/,
  );
});

test('a permission for a function that does not exist is refused', WANTS_TERRAFORM, () => {
  const permission = [...devStack().all('aws_lambda_permission').keys()][0] ?? '';
  const output = refused(permission, (body) => {
    body.function_name = 'nobody';
  });
  assert.match(output, /ResourceNotFoundException: .*nobody/);
});

test(
  'a state of a real deployment is refused, and nothing of it is touched',
  WANTS_TERRAFORM,
  () => {
    const workspace = appliedWorkspace(devStack());
    workspace.editState((text) =>
      text.replaceAll(/"private": "[^"]*"/g, '"private": "eyJzY2hlbWFfdmVyc2lvbiI6IjEifQ=="'),
    );
    const before = workspace.stateText();
    for (const command of ['plan', 'apply', 'destroy']) {
      const approve = command === 'plan' ? [] : ['-auto-approve'];
      const { status, output } = workspace.terraform(command, '-no-color', ...approve);
      assert.notEqual(status, 0);
      assert.match(
        output.replace(/[\s│]+/g, ' '),
        /was not made by the stand-in.*this state is of a real deployment\. Nothing was changed/,
      );
    }
    assert.equal(workspace.stateText(), before);
  },
);
