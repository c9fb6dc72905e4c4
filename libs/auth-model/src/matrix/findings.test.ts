import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { modelOf, stackJson, withoutResource, withResource } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';

const FINDINGS: readonly (readonly [string, JsonObject, RegExp])[] = [
  [
    'a grant that matches no route',
    stackJson({ memberRoutes: ['GET /secure', 'GET /gone'] }),
    /statement Route1 of .*dev-member\/call-routes.* allows arn:.*\/dev\/GET\/gone/,
  ],
  [
    'a route that nobody can call',
    stackJson({ groups: { admin: { precedence: 1, routes: ['GET /secure'] } } }),
    /^GET \/vip can be called by nobody/,
  ],
  [
    'a function that API Gateway may not invoke',
    withoutResource(stackJson(), 'aws_lambda_permission.api'),
    /^GET \/secure answers 500 to everybody: dev-api/,
  ],
  [
    'a stage without the variable that names its function',
    withResource(stackJson(), 'aws_api_gateway_integration.get_vip', {
      uri: 'arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:000000000000:function:$${stageVariables.fn}/invocations',
    }),
    /^GET \/vip answers 500 to everybody: its stage lacks a variable of /,
  ],
  [
    'a key that no usage plan holds',
    withoutResource(stackJson(), 'aws_api_gateway_usage_plan_key.client'),
    /^GET \/secure answers 403 to everybody/,
  ],
  [
    'a key that is switched off',
    withResource(stackJson(), 'aws_api_gateway_api_key.client', { enabled: false }),
    /^GET \/secure answers 403 to everybody/,
  ],
];

for (const [words, stack, sentence] of FINDINGS) {
  test(`finds ${words}`, () => {
    const { findings } = accessMatrix(modelOf(stack));
    assert.match(findings[0] ?? '', sentence);
  });
}
