import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { modelOf, stackJson, withResource, type StackOptions } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';
import { diffMatrix } from './diff-matrix';

/** The part before the reason. */
function changes(base: JsonObject, head: JsonObject): readonly string[] {
  const [before, after] = [modelOf(base), modelOf(head)];
  return diffMatrix(accessMatrix(before, [after]), accessMatrix(after, [before])).map(
    ({ kind, sentence }) =>
      `[${kind}] ${kind === 'access' ? (sentence.split(': ')[0] ?? '') : sentence}`,
  );
}

const stack = (options?: StackOptions) => stackJson(options);
const groups = (...routes: readonly string[]): StackOptions => ({
  groups: { admin: { precedence: 10, routes } },
});

test('finds no change between a stack and itself', () => {
  assert.deepEqual(changes(stack(), stack()), []);
});

test('says who can no longer call a route, and who now can', () => {
  const base = stack();
  const head = stack(groups('GET /secure'));
  assert.deepEqual(changes(base, head), ['[access] admin can no longer call GET /vip']);
  assert.deepEqual(changes(head, base), ['[access] admin can now call GET /vip']);
});

test('gives the reason that holds in head', () => {
  const [change] = diffMatrix(
    accessMatrix(modelOf(stack())),
    accessMatrix(modelOf(stack(groups('GET /secure')))),
  );
  assert.match(change?.sentence ?? '', /dev-admin .*nearest: "Route0" allows …\/GET\/secure/);
});

test('says what can no longer be told', () => {
  const authorization = { authorization: 'CUSTOM' };
  const head = withResource(
    stack(groups('GET /secure')),
    'aws_api_gateway_method.get_vip',
    authorization,
  );
  const doubt = (name: string) =>
    `[access] whether ${name} can call GET /vip can no longer be told`;
  assert.deepEqual(
    changes(stack(groups('GET /secure')), head),
    ['guest', 'member', 'admin'].map(doubt),
  );
});

test('sums up routes that come and go', () => {
  const fewer = stack({ routes: ['GET /secure'] });
  assert.deepEqual(changes(fewer, stack()), ['[route-added] GET /vip is new: admin can call it']);
  assert.deepEqual(changes(stack(), fewer), [
    '[route-removed] GET /vip is gone: admin could call it',
  ]);
});

test('sums up principals that come and go', () => {
  const without = stack({ groups: {} });
  const both = 'GET /secure and GET /vip';
  assert.deepEqual(changes(without, stack()), [
    `[principal-added] admin is new, and can call ${both}`,
  ]);
  assert.deepEqual(changes(stack(), without), [
    `[principal-removed] admin is gone, and could call ${both}`,
  ]);
});

test('says that a route no longer wants an API key', () => {
  const head = withResource(stack(), 'aws_api_gateway_method.get_vip', { api_key_required: false });
  assert.deepEqual(changes(stack(), head), ['[api-key] GET /vip no longer wants an API key']);
  assert.deepEqual(changes(head, stack()), ['[api-key] GET /vip now wants an API key']);
});
