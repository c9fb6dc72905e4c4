import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { ResourceFacts } from '../../resource/resource-facts';
import { RESOURCE_SCHEMAS } from '../../schema/load-schemas';
import type { BlockSchema } from '../../schema/schema';
import { API_TYPES } from './api-types';

/** By type: what `terraform import` names, and the id that the state keeps. Source: the importers of the provider. */
const IMPORTS: Readonly<Record<string, readonly [named: string, id: string]>> = {
  aws_api_gateway_deployment: ['api1/dep1', 'dep1'],
  aws_api_gateway_gateway_response: ['api1/UNAUTHORIZED', 'aggr-api1-UNAUTHORIZED'],
  aws_api_gateway_integration: ['api1/res1/GET', 'agi-api1-res1-GET'],
  aws_api_gateway_integration_response: ['api1/res1/GET/200', 'agir-api1-res1-GET-200'],
  aws_api_gateway_method: ['api1/res1/GET', 'agm-api1-res1-GET'],
  aws_api_gateway_method_response: ['api1/res1/GET/200', 'agmr-api1-res1-GET-200'],
  aws_api_gateway_method_settings: ['api1/dev/a/b/GET', 'api1-dev-a/b/GET'],
  aws_api_gateway_resource: ['api1/res1', 'res1'],
  aws_api_gateway_stage: ['api1/dev', 'ags-api1-dev'],
  aws_api_gateway_usage_plan_key: ['plan1/key1', 'key1'],
};

test('every type is there once', () => {
  const types = API_TYPES.map(({ type }) => type);
  assert.equal(new Set(types).size, 15);
  assert.equal(types.length, 15);
});

test('an import names the object as the provider wants it, and keeps the id of the state', () => {
  for (const { type, importId } of API_TYPES) {
    const [named, id] = IMPORTS[type] ?? ['any', 'any'];
    assert.equal(importId?.(named) ?? named, id, type);
    if (importId === undefined) continue;
    assert.throws(() => importId('only'), /Unexpected format of ID \("only"\), expected /, type);
    assert.throws(() => importId('/x'), /Unexpected format of ID/, type);
  }
});

test('every path that the facts name is in the schema', () => {
  for (const facts of API_TYPES) {
    const schema = RESOURCE_SCHEMAS[facts.type];
    assert.ok(schema, facts.type);
    for (const path of pathsOf(facts)) assert.ok(isIn(schema, path), `${facts.type}: ${path}`);
  }
});

function pathsOf(facts: ResourceFacts): readonly string[] {
  const { optionalComputed = [], forceNew = [], sensitive = [], changesWith = {} } = facts;
  return [
    ...optionalComputed,
    ...forceNew,
    ...sensitive,
    ...Object.keys(facts.defaults ?? {}),
    ...Object.keys(facts.allowed ?? {}),
    ...Object.entries(changesWith).flatMap(([name, by]) => [name, ...(by === '*' ? [] : by)]),
  ];
}

function isIn({ attributes, blocks }: BlockSchema, path: string): boolean {
  const [name = '', ...below] = path.split('.');
  if (below.length === 0) return name in attributes || name in blocks;
  const nested = blocks[name];
  return nested !== undefined && isIn(nested.block, below.join('.'));
}
