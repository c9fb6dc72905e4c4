import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway, type TestGateway } from '../testing/build-gateway';
import {
  buildApi,
  buildFunction,
  buildMethod,
  buildStage,
  known,
  REGION,
  ACCOUNT,
} from '../testing/build-model';

const FUNCTIONS = `arn:aws:lambda:${REGION}:${ACCOUNT}:function`;
const CALLER = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };

function gatewayWith(...stages: readonly ReturnType<typeof buildStage>[]): TestGateway {
  const method = buildMethod('GET /which', {
    authorization: known('NONE'),
    apiKeyRequired: known(false),
    integration: {
      type: 'AWS_PROXY',
      functionArn: `${FUNCTIONS}:\${stageVariables.fn}`,
      timeoutMs: 1000,
    },
  });
  const { executionArn } = buildApi();
  const functions = ['blue', 'green'].map((name) =>
    buildFunction({
      name,
      arn: `${FUNCTIONS}:${name}`,
      permissions: [{ ...CALLER, sourceArn: `${executionArn}/${name}/GET/which` }],
    }),
  );
  return buildGateway({
    model: { restApis: [buildApi({ methods: [method], stages })], functions },
  });
}

const stage = (name: string, variables: Record<string, string>) =>
  buildStage({
    address: `aws_api_gateway_stage.${name}`,
    name,
    variables,
    deploymentId: `dep-${name}`,
  });

test('calls on each stage the function that its variable names, as that deployment', async () => {
  const gateway = gatewayWith(stage('blue', { fn: 'blue' }), stage('green', { fn: 'green' }));
  for (const name of ['blue', 'green']) {
    assert.equal((await gateway.send({ target: `/${name}/which` })).status, 200);
    const { requestContext, stageVariables } = gateway.events.at(-1) ?? {};
    assert.deepEqual(stageVariables, { fn: name });
    const { deploymentId, stage: named } = requestContext as Record<string, unknown>;
    assert.deepEqual([named, deploymentId], [name, `dep-${name}`]);
  }
  assert.deepEqual(gateway.called, [`${FUNCTIONS}:blue`, `${FUNCTIONS}:green`]);
});

test('asks the function of the stage for permission, not the one of another', async () => {
  const gateway = gatewayWith(stage('blue', { fn: 'green' }));
  const response = await gateway.send({ target: '/blue/which' });
  assert.equal(response.status, 500);
  assert.match(response.decision, /API Gateway may not invoke function green/);
});

test('answers 500 on a stage without the variable, and says which', async () => {
  const response = await gatewayWith(stage('dev', {})).send({ target: '/dev/which' });
  assert.equal(response.status, 500);
  assert.match(response.decision, /stage dev lacks a variable of .*\$\{stageVariables\.fn\}/);
});

test('stops the boot at a variable that names a function which is not there', () => {
  assert.throws(() => gatewayWith(stage('dev', { fn: 'red' })), {
    code: 'ERR_API_GATEWAY_FUNCTION',
    message: /function:red/,
  });
});
