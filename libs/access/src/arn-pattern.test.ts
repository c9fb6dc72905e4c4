import assert from 'node:assert/strict';
import { test } from 'node:test';

import { arnPattern, patternCovers } from './arn-pattern';
import { parseRouteKey, type ParsedRoute } from './route-key';

const route = (key: string): ParsedRoute => {
  const parsed = parseRouteKey(key);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
};
const covers = (named: string, routed: string): boolean =>
  patternCovers(route(named), route(routed));

test('writes a method ARN as a policy names it', () => {
  assert.equal(arnPattern(route('GET /secure')), 'GET/secure');
  assert.equal(arnPattern(route('GET /')), 'GET/');
  assert.equal(arnPattern(route('POST /items/{id}/notes/{note}')), 'POST/items/*/notes/*');
  assert.equal(arnPattern(route('GET /files/{path+}')), 'GET/files/*');
});

test('a pattern covers itself, and no other constant route', () => {
  assert.equal(covers('GET /a/b', 'GET /a/b'), true);
  assert.equal(covers('GET /a', 'GET /a/b'), false);
  assert.equal(covers('GET /a/b', 'GET /a'), false);
});

test('"*" takes any number of segments, and letters inside one', () => {
  assert.equal(covers('GET /a/{x}', 'GET /a/b/c/d'), true);
  assert.equal(covers('GET /{x}/z', 'GET /a/b/z'), true);
  assert.equal(covers('GET /{x}/z', 'GET /a/b/y'), false);
});

test('a parameter of the other route stands for one segment that is not empty', () => {
  assert.equal(covers('GET /a/b', 'GET /a/{x}'), true);
  assert.equal(covers('GET /a/b/c', 'GET /a/{x}'), false);
  assert.equal(covers('GET /a/b/c', 'GET /a/{x+}'), true);
});

test('two parameters meet where some request fits both', () => {
  assert.equal(covers('GET /a/{x}', 'GET /{y}/b'), true);
  assert.equal(covers('GET /a/{x}/c', 'GET /{y}/b/d'), false);
});

test('letters count as they are written, as IAM compares them', () => {
  assert.equal(covers('GET /Vip', 'GET /vip'), false);
});
