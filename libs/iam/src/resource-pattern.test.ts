import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { NamedPolicy } from './decision';
import { evaluate } from './evaluate';
import { parsePolicyDocument } from './parse-policy-document';
import { kindOf } from './testing/kind-of';

const policyOf = (...Statement: readonly object[]): NamedPolicy => ({
  name: 'policy p',
  document: parsePolicyDocument({ Version: '2012-10-17', Statement }, 'p', kindOf(...Statement)),
});
const allow = (Resource: string | readonly string[]) => ({
  Effect: 'Allow',
  Action: '*',
  Resource,
});
const deny = (Resource: string) => ({ ...allow(Resource), Effect: 'Deny' });
const asked = { action: 'a:Get', resource: 'items/*', resourceIsPattern: true, context: {} };
const effect = (statements: readonly object[], limits: readonly (readonly object[])[] = []) =>
  evaluate(
    [policyOf(...statements)],
    asked,
    limits.map((statements) => [policyOf(...statements)]),
  ).effect;

test('decides about all that a pattern stands for where the policies treat it alike', () => {
  assert.equal(effect([allow('*')]), 'allow');
  assert.equal(effect([allow('items/*')]), 'allow');
  assert.equal(effect([allow('other/*')]), 'deny');
  assert.equal(effect([allow('*'), deny('items/*')]), 'deny');
  assert.equal(effect([allow('*'), deny('other/*')]), 'allow');
});

test('cannot tell where a policy is about some of it, and says which statement', () => {
  assert.equal(effect([allow('items/7')]), 'unknown');
  assert.equal(effect([allow('*'), deny('items/7')]), 'unknown');
  assert.equal(effect([{ Effect: 'Allow', Action: '*', NotResource: 'items/7' }]), 'unknown');
  const decision = evaluate([policyOf(allow('*'), deny('items/7'))], asked);
  assert.deepEqual(decision, {
    effect: 'unknown',
    because:
      'it depends on the resource, since statement #1 of policy p denies some of items/* only',
  });
});

test('a limit that allows none of it decides, whatever a policy says of some', () => {
  assert.equal(effect([allow('items/7')], [[allow('other/*')]]), 'deny');
  assert.equal(effect([allow('*')], [[allow('items/7')]]), 'unknown');
  assert.equal(effect([allow('*')], [[allow('items/*')]]), 'allow');
});

test('a star in a resource that is no pattern is a star', () => {
  const { resourceIsPattern, ...plain } = asked;
  assert.equal(resourceIsPattern, true);
  assert.equal(evaluate([policyOf(allow('items/7'))], plain).effect, 'deny');
});

test('asks of a key that the context lacks whether it is not known, or absent', () => {
  const Condition = { StringNotEquals: { 'aws:Later': 'x' } };
  const policies = [policyOf({ ...allow('*'), Condition })];
  const request = { action: 'a:Get', resource: 'r', context: {} };
  const isUnknownKey = (key: string): boolean => key === 'aws:later';
  assert.equal(evaluate(policies, request).effect, 'allow');
  assert.equal(evaluate(policies, { ...request, isUnknownKey }).effect, 'unknown');
  const context = { 'aws:Later': 'y' };
  assert.equal(evaluate(policies, { ...request, context, isUnknownKey }).effect, 'allow');
});
