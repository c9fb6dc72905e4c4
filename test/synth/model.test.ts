import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readAuthModel, symbolicAttributes, type AuthModel } from '@gatehouse/auth-model';
import { parseTerraformJson } from '@gatehouse/terraform-json';

import { DEPLOYED } from '../../infra/environments';
import { EVERYTHING_ON } from './fixture-project';
import { realStack, Synthesized } from './synthesized';

const modelOf = ({ text }: Synthesized): AuthModel =>
  readAuthModel(parseTerraformJson(text, 'cdk.tf.json'), symbolicAttributes);

for (const name of DEPLOYED) {
  test(`the matrix and the local cloud read what is synthesized for ${name}`, () => {
    const { functions, restApis } = modelOf(realStack(name));
    assert.deepEqual([functions.length, restApis.length], [1, 1]);
  });
}

test('they read it with everything switched on, and say of a trigger that it is of another stack', () => {
  const { functions, unsupported } = modelOf(new Synthesized({ environment: EVERYTHING_ON }));
  assert.deepEqual(
    functions.map(({ permissions }) => permissions.map(({ principal }) => principal)),
    [['apigateway.amazonaws.com', 'apigateway.amazonaws.com']],
  );
  assert.deepEqual(
    unsupported.filter(({ address }) => address.startsWith('aws_lambda_permission.')),
    [
      {
        address: 'aws_lambda_permission.UserPool_Triggers_PreSignUp',
        attribute: 'function_name',
        because: `it is about ${EVERYTHING_ON.triggers.preSignUp}, a function of another stack, which is never called here`,
      },
    ],
  );
});
