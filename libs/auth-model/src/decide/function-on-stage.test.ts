import assert from 'node:assert/strict';
import { test } from 'node:test';

import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { functionOnStage } from './function-on-stage';

const FUNCTIONS = 'arn:aws:lambda:us-west-2:000000000000:function';

test('puts the variables of the stage where an integration names them, as a stack writes them', () => {
  const uri = `arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/${FUNCTIONS}:$\${stageVariables.fn}/invocations`;
  const integration = 'aws_api_gateway_integration.get_vip';
  const stage = 'aws_api_gateway_stage.dev';
  const stack = withResource(stackJson(), integration, { uri });
  const [api] = modelOf(withResource(stack, stage, { variables: { fn: 'dev-api' } })).restApis;
  const method = api?.methods.find(({ resourcePath }) => resourcePath === '/vip');
  assert.ok(api?.stages[0] && method?.integration.type === 'AWS_PROXY');
  assert.equal(functionOnStage(method.integration, api.stages[0]), `${FUNCTIONS}:dev-api`);
});

test('finds no function where the stage lacks a variable, nor by what every object has', () => {
  for (const name of ['fn', 'constructor']) {
    const functionArn = `${FUNCTIONS}:\${stageVariables.${name}}`;
    assert.equal(functionOnStage({ functionArn }, { variables: {} }), undefined);
  }
});
