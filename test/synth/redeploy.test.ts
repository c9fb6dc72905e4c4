import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { RouteRow } from '@gatehouse/access';

import { writeBuilds } from './fixture-builds';
import { devStack, Synthesized, type Synthesis } from './synthesized';
import { asList, asRecord } from '../../infra/guardrails/stack-json';

const member: RouteRow = { allow: ['member'], apiKey: true, summary: 'a route' };
const admin: RouteRow = { allow: ['admin'], apiKey: true, summary: 'a route' };
const TABLE = { 'GET /secure': member, 'GET /vip': admin };

/** What is frozen by a deployment, and cannot go live without one. */
const FROZEN = [
  'aws_api_gateway_gateway_response',
  'aws_api_gateway_integration',
  'aws_api_gateway_integration_response',
  'aws_api_gateway_method',
  'aws_api_gateway_method_response',
  'aws_api_gateway_resource',
];

const hashOf = (synthesis: Synthesis = {}): unknown =>
  new Synthesized({ routes: TABLE, ...synthesis }).redeployHash();
const base = hashOf();

test('the same program gives the same hash', () => {
  assert.match(String(base), /^[0-9a-f]{64}$/);
  assert.equal(hashOf(), base);
});

test('adding a route redeploys', () => {
  assert.notEqual(hashOf({ routes: { ...TABLE, 'GET /new': member } }), base);
});

test('removing a route redeploys', () => {
  const throttle = { plan: { ratePerSecond: 1, burst: 1 }, stage: { ratePerSecond: 1, burst: 1 } };
  const removed = hashOf({ routes: { 'GET /secure': member }, environment: { throttle } });
  assert.notEqual(removed, hashOf({ environment: { throttle } }));
});

test('editing a method redeploys', () => {
  assert.notEqual(hashOf({ routes: { 'POST /secure': member, 'GET /vip': admin } }), base);
});

test('editing CORS, which lies in integration and gateway responses only, redeploys', () => {
  assert.notEqual(hashOf({ environment: { corsOrigins: ['https://a.example'] } }), base);
});

test('the order of the rows does not redeploy', () => {
  assert.equal(hashOf({ routes: { 'GET /vip': admin, 'GET /secure': member } }), base);
});

test('who may call does not redeploy: that is decided by roles, at once', () => {
  assert.equal(hashOf({ routes: { ...TABLE, 'GET /vip': member } }), base);
});

test('new code of the same function does not redeploy', () => {
  assert.equal(hashOf({ dist: writeBuilds({ code: 'export const handler = () => 1;' }) }), base);
});

test('editing an alarm, a throttle or a retention does not redeploy', () => {
  const environment = { alarmEmails: ['pager@example.org'], logRetentionDays: 90 } as const;
  assert.equal(hashOf({ environment }), base);
});

test('replacing the function redeploys: Terraform then changes each integration, and they trigger the deployment', () => {
  const stack = devStack();
  const { lifecycle } = stack.one('aws_api_gateway_deployment');
  const triggers = asList(asRecord(lifecycle).replace_triggered_by);
  const proxies = [...stack.all('aws_api_gateway_integration')].filter(
    ([, { type }]) => type === 'AWS_PROXY',
  );
  assert.equal(proxies.length, 2);
  for (const [address, { uri }] of proxies) {
    // The ARN is unknown until the new function is there, so the integration is updated in the same plan.
    assert.equal(uri, '${aws_lambda_function.Function_Lambda.invoke_arn}');
    // The whole resource: an update does not change its id.
    assert.ok(triggers.includes(address), address);
  }
});

for (const field of ['depends_on', 'replace_triggered_by'] as const) {
  test(`the deployment has everything it freezes in ${field}, as plain references`, () => {
    const stack = devStack();
    const deployment = stack.one('aws_api_gateway_deployment');
    const listed = asList(
      field === 'depends_on' ? deployment.depends_on : asRecord(deployment.lifecycle)[field],
    ).map(String);
    const frozen = FROZEN.flatMap((type) => [...stack.all(type).keys()]);
    assert.equal(frozen.length, 21 + 4 + 2 + 4 + 2 + 2);
    assert.deepEqual([...listed].sort(), frozen.sort());
  });
}

test('the new deployment stands before the old one goes, and only the stage has a stage name', () => {
  const deployment = devStack().one('aws_api_gateway_deployment');
  assert.equal(asRecord(deployment.lifecycle).create_before_destroy, true);
  assert.equal(deployment.stage_name, undefined);
  const stage = devStack().one('aws_api_gateway_stage');
  assert.equal(stage.deployment_id, '${aws_api_gateway_deployment.Api_Deployment.id}');
  assert.equal(stage.stage_name, 'dev');
});
