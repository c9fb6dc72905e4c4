import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import type { RouteRow, RouteRows } from '@gatehouse/access';

import { mirroredAddress, MirroredStack, type Event, type Step } from './mirrored-stack';
import { ROOT } from './run-infra';
import { realStack, Synthesized } from './synthesized';
import { WANTS_TERRAFORM } from './terraform-command';

const DEPLOYMENT = 'aws_api_gateway_deployment.Api_Deployment';
const FUNCTION = 'aws_lambda_function.Function_Lambda';
const STAGE = 'aws_api_gateway_stage.Api_Stage';
const REDEPLOYED = [`create ${DEPLOYMENT}`, `update ${STAGE}`, `delete ${DEPLOYMENT}`];

const member: RouteRow = { allow: ['member'], apiKey: true, summary: 'a route' };
const throttle = { plan: { ratePerSecond: 1, burst: 1 }, stage: { ratePerSecond: 1, burst: 1 } };
const stackWith = (routes: RouteRows): Synthesized =>
  new Synthesized({ routes, environment: { throttle } });

const one = stackWith({ 'GET /secure': member });
const two = stackWith({ 'GET /secure': member, 'GET /vip': member });

const parameterNamed = (name: string): Synthesized =>
  stackWith({ 'GET /secure': member, [`GET /items/{${name}}`]: member });
const pathPartOf = (stack: Synthesized): string =>
  [...stack.all('aws_api_gateway_resource')].find(([, { path_part: part }]) =>
    String(part).startsWith('{'),
  )?.[0] ?? assert.fail('no path parameter');

const stepsOf = (events: readonly Event[]): readonly Step[] =>
  events.filter(({ at }) => at === 'start').map(({ step }) => step);

const assertBefore = (events: readonly Event[], first: string, second: string): void => {
  const ended = events.findIndex(({ at, step }) => at === 'end' && step === first);
  const began = events.findIndex(({ at, step }) => at === 'start' && step === second);
  assert.ok(ended >= 0 && began > ended, `${first} ends at ${ended}, ${second} begins at ${began}`);
};

/** What one stack has of the API and the other lacks. */
const frozenOnlyIn = (stack: Synthesized, other: Synthesized): readonly string[] => {
  const others = new Set(other.stack.resources.map(({ address }) => address));
  return stack.stack.resources
    .map(({ address }) => address)
    .filter((address) => address.startsWith('aws_api_gateway_') && !others.has(address));
};

test(
  'an added route is whole before the deployment that freezes it is made',
  WANTS_TERRAFORM,
  () => {
    const mirrored = new MirroredStack();
    mirrored.apply(one);
    const events = mirrored.apply(two);
    const added = frozenOnlyIn(two, one);
    assert.equal(added.length, 7);
    for (const address of added) assertBefore(events, `create ${address}`, `create ${DEPLOYMENT}`);
    assertBefore(events, `create ${DEPLOYMENT}`, `update ${STAGE}`);
    assertBefore(events, `update ${STAGE}`, `delete ${DEPLOYMENT}`);
  },
);

test(
  'a removed route outlives the deployment made at its removal; one more, forced, is made without it',
  WANTS_TERRAFORM,
  () => {
    const mirrored = new MirroredStack();
    mirrored.apply(two);

    const removal = mirrored.apply(one);
    const removed = frozenOnlyIn(two, one);
    assert.equal(removed.length, 7);
    assertBefore(removal, `create ${DEPLOYMENT}`, `update ${STAGE}`);
    assertBefore(removal, `update ${STAGE}`, `delete ${DEPLOYMENT}`);
    for (const address of removed)
      assertBefore(removal, `delete ${DEPLOYMENT}`, `delete ${address}`);

    assert.deepEqual(stepsOf(mirrored.apply(one)), [], 'a second apply has nothing to do');
    const forced = mirrored.apply(one, [`-replace=${mirroredAddress(DEPLOYMENT)}`]);
    assert.deepEqual(stepsOf(forced), REDEPLOYED);
  },
);

test(
  'a replaced function is made before the old one is gone, which AWS refuses under one name; deleted first, it is made anew',
  WANTS_TERRAFORM,
  () => {
    const mirrored = new MirroredStack();
    mirrored.apply(two);
    const forced = mirrored.apply(two, [`-replace=${mirroredAddress(FUNCTION)}`]);
    // Wished for is the reverse. Were it so, operations.md would need no "A function that is tainted".
    assertBefore(forced, `create ${FUNCTION}`, `delete ${FUNCTION}`);

    // A function takes its policy with it, and the refresh of the next apply sees both.
    const permissions = [...two.all('aws_lambda_permission').keys()];
    for (const address of [FUNCTION, ...permissions]) mirrored.forget(address);
    const anew = mirrored.apply(two);
    const steps: readonly string[] = stepsOf(anew);
    assert.ok(!steps.includes(`delete ${FUNCTION}`));
    for (const step of REDEPLOYED) assert.ok(steps.includes(step), step);
    for (const address of permissions)
      assertBefore(anew, `create ${FUNCTION}`, `create ${address}`);
  },
);

test(
  'a renamed path parameter is made beside the old one, which AWS refuses in one place; in two deploys it is not',
  WANTS_TERRAFORM,
  () => {
    const [byId, byName] = [parameterNamed('id'), parameterNamed('name')];
    const [before, after] = [pathPartOf(byId), pathPartOf(byName)];
    const mirrored = new MirroredStack();
    mirrored.apply(byId);
    assertBefore(mirrored.apply(byName), `create ${after}`, `delete ${before}`);

    assert.ok(stepsOf(mirrored.apply(one)).includes(`delete ${after}`));
    const steps = stepsOf(mirrored.apply(byId));
    assert.ok(steps.includes(`create ${before}`) && !steps.includes(`delete ${after}`));
  },
);

test('docs/operations.md names the addresses as they are', () => {
  const text = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8');
  const addresses = [...text.matchAll(/\baws_[a-z_]+\.[A-Za-z]\w*/g)].map(([address]) => address);
  const present = realStack('dev').stack.resources.map(({ address }) => address);
  assert.ok(addresses.includes(FUNCTION) && addresses.includes(DEPLOYMENT));
  for (const address of addresses) assert.ok(present.includes(address), address);
});

test('nobody is let in by a removed route: its permission goes, and no role names it', () => {
  const permissions = (stack: Synthesized): number => stack.all('aws_lambda_permission').size;
  assert.deepEqual([permissions(two), permissions(one)], [2, 1]);
  for (const { policy } of one.bodies('aws_iam_role_policy'))
    assert.doesNotMatch(String(policy), /GET\/vip/);
});
