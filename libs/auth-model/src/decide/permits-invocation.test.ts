import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { LambdaPermission } from '../model-api';
import { permitsInvocation } from './permits-invocation';

const ARN = 'arn:aws:execute-api:us-west-2:111111111111:abc';
const GRANT = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };

function effect(permissions: readonly LambdaPermission[], route: string): string {
  const [httpMethod = '', resourcePath = ''] = route.split(' ');
  const fn = { arn: 'arn:aws:lambda:us-west-2:111111111111:function:f', name: 'f', permissions };
  const method = { httpMethod, resourcePath };
  return permitsInvocation(fn, { executionArn: ARN }, { name: 'dev' }, method).effect;
}

const PERMISSIONS: readonly (readonly [string | undefined, string, boolean])[] = [
  [undefined, 'GET /vip', true],
  [`${ARN}/dev/GET/vip`, 'GET /vip', true],
  [`${ARN}/dev/GET/vip`, 'GET /secure', false],
  [`${ARN}/dev/GET/vip`, 'POST /vip', false],
  [`${ARN}/test/GET/vip`, 'GET /vip', false],
  [`${ARN}/*/GET/vip`, 'GET /vip', true],
  [`${ARN}/dev/GET/`, 'GET /', true],
  [`${ARN}/dev/GET/items/*`, 'GET /items/{id}', true],
  [`${ARN}/dev/GET/items/{id}`, 'GET /items/{id}', false],
  [`${ARN}/dev/GET/items/7`, 'GET /items/{id}', false],
  [`${ARN}/dev/GET/*`, 'GET /{proxy+}', true],
  [`${ARN}/*/*/vip`, 'ANY /vip', true],
  [`${ARN}/*/ANY/vip`, 'ANY /vip', false],
  [`${ARN}/*/GET/vip`, 'ANY /vip', false],
  ['arn:aws:execute-api:*:*:abc/*', 'GET /vip', true],
  ['arn:aws:execute-api:us-west-2:111111111111:other/*', 'GET /vip', false],
];

for (const [sourceArn, route, expected] of PERMISSIONS) {
  test(`a permission for ${sourceArn ?? 'any source'} ${expected ? 'lets' : 'does not let'} ${route} through`, () => {
    const permission = { ...GRANT, ...(sourceArn !== undefined && { sourceArn }) };
    assert.equal(effect([permission], route), expected ? 'allow' : 'deny');
    assert.equal(effect([{ ...permission, principal: 's3.amazonaws.com' }], route), 'deny');
    assert.equal(effect([{ ...permission, action: 'lambda:GetFunction' }], route), 'deny');
  });
}

test('no permission lets nothing through, and one for everyone lets API Gateway through too', () => {
  assert.equal(effect([], 'GET /vip'), 'deny');
  assert.equal(effect([{ ...GRANT, principal: '*' }], 'GET /vip'), 'allow');
});

test('a permission for one account lets the APIs of that account through, and both conditions must hold', () => {
  const ofAccount = (sourceAccount: string) => ({ ...GRANT, sourceAccount });
  assert.equal(effect([ofAccount('111111111111')], 'GET /vip'), 'allow');
  assert.equal(effect([ofAccount('222222222222')], 'GET /vip'), 'deny');
  const sourceArn = `${ARN}/dev/GET/vip`;
  assert.equal(effect([{ ...ofAccount('111111111111'), sourceArn }], 'GET /vip'), 'allow');
  assert.equal(effect([{ ...ofAccount('111111111111'), sourceArn }], 'GET /secure'), 'deny');
  assert.equal(effect([{ ...ofAccount('222222222222'), sourceArn }], 'GET /vip'), 'deny');
});
