import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseExpression } from './parse-expression';
import { describeReference, known, resolve, type Resolver } from './resolve';
import type { Json, Value } from './value';

const VALUES: Readonly<Record<string, Value>> = {
  'aws_a.x.text': known('abc'),
  'aws_a.x.number': known(7),
  'aws_a.x.flag': known(true),
  'aws_a.x.list': known(['p', 'q']),
  'aws_a.x.null': known(null),
  'aws_a.x.later': { kind: 'unknown', because: 'known after apply' },
};

const resolver: Resolver = (reference) =>
  VALUES[describeReference(reference)] ?? { kind: 'reference', reference };

const settle = (json: Json): Value => resolve(parseExpression(json, 'test'), resolver);

test('keeps the type of a lone reference', () => {
  assert.deepEqual(settle('${aws_a.x.number}'), known(7));
  assert.deepEqual(settle('${aws_a.x.list}'), known(['p', 'q']));
});

test('turns numbers and booleans into text inside text', () => {
  assert.deepEqual(
    settle('a-${aws_a.x.number}-${aws_a.x.flag}-${aws_a.x.text}'),
    known('a-7-true-abc'),
  );
});

test('refuses a list or a null inside text', () => {
  const invalid = { code: 'ERR_TERRAFORM_INVALID_TEMPLATE' };
  assert.throws(() => settle('a${aws_a.x.list}'), invalid);
  assert.throws(() => settle('a${aws_a.x.null}'), invalid);
});

test('passes a lone reference on that the resolver leaves open', () => {
  const reference = { address: 'aws_b.y', attribute: 'arn' };
  assert.deepEqual(settle('${aws_b.y.arn}'), { kind: 'reference', reference });
});

test('makes text unknown when a part of it is open, and names that part', () => {
  assert.deepEqual(settle('${aws_b.y.arn}/*'), {
    kind: 'unknown',
    because: 'depends on aws_b.y.arn',
  });
  assert.deepEqual(settle('${aws_a.x.later}/*'), { kind: 'unknown', because: 'known after apply' });
});

test('makes a list or an object unknown when any part of it is', () => {
  const because = 'depends on aws_b.y.arn';
  assert.deepEqual(settle(['a', { b: '${aws_b.y.arn}' }]), { kind: 'unknown', because });
  assert.deepEqual(settle({ a: 1, b: ['${aws_b.y.arn}'] }), { kind: 'unknown', because });
});

test('un-escapes literal template marks in values and keys', () => {
  assert.deepEqual(
    settle({ '$${key}': ['$${aws:username}', '%%{if}', '$$${x}'] }),
    known({ '${key}': ['${aws:username}', '%{if}', '$${x}'] }),
  );
});

test('keeps a key called __proto__ a key', () => {
  const json = JSON.parse('{"__proto__": {"polluted": true}}') as Json;
  const settled = settle(json);
  assert.equal(settled.kind, 'known');
  assert.equal(JSON.stringify(settled.value), '{"__proto__":{"polluted":true}}');
  assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'polluted'), undefined);
});
