import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { coversStatement, isCovered, partsOf } from './covers-statement';
import type { AccessRequest } from './decision';
import { evaluate } from './evaluate';
import { parsePolicyDocument } from './parse-policy-document';
import type { Condition, Statement } from './policy-document';
import { kindOf } from './testing/kind-of';

const patterns = (...words: readonly string[]) =>
  fc.record({
    negated: fc.boolean(),
    patterns: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
  });
const condition: fc.Arbitrary<Condition> = fc.record({
  operator: fc.constantFrom(
    'StringEquals',
    'StringNotEquals',
    'StringLike',
    'StringNotLike',
    'StringEqualsIfExists',
    'ForAnyValue:StringLike',
    'ForAllValues:StringLike',
  ),
  key: fc.constantFrom('k:a', 'K:A'),
  values: fc.constantFrom(['1'], ['1', '2'], ['*'], ['?'], ['1*', '2'], ['${k:b}']),
});
const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constant('Allow'),
  actions: patterns('a:Get', 'A:*', 'a:?et', 'b:*'),
  resources: patterns('arn:1/*', 'arn:?/x', 'arn:1/x', '*', 'arn:${k:b}/x'),
  conditions: fc.array(condition, { maxLength: 2 }),
});
const value = fc.constantFrom('1', '2', '11', '*', '?');
const request: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom('a:Get', 'a:Put', 'b:Get'),
  resource: fc.constantFrom('arn:1/x', 'arn:1/y', 'arn:2/x'),
  context: fc.record({ 'k:a': value, 'k:b': value }, { requiredKeys: [] }),
});

function allows(statements: readonly Statement[], asked: AccessRequest): boolean {
  const document = { version: '2012-10-17' as const, statements };
  return evaluate([{ name: 'p', document }], asked).effect === 'allow';
}

test('a statement that covers another allows whatever that one allows', () => {
  fc.assert(
    fc.property(
      statement,
      statement,
      request,
      (wide, narrow, asked) =>
        !coversStatement(wide, narrow) || !allows([narrow], asked) || allows([wide], asked),
    ),
    { numRuns: 5_000, seed: 21 },
  );
});

test('a statement that is covered by several is allowed by them', () => {
  fc.assert(
    fc.property(statement, statement, statement, request, (one, other, narrow, asked) => {
      const by = [one, other];
      return !isCovered(narrow, by) || !allows([narrow], asked) || allows(by, asked);
    }),
    { numRuns: 5_000, seed: 21 },
  );
});

test('a statement covers itself, and its parts together allow what it allows', () => {
  fc.assert(
    fc.property(statement, request, (one, asked) => {
      return coversStatement(one, one) && allows(partsOf(one), asked) === allows([one], asked);
    }),
    { numRuns: 2_000, seed: 21 },
  );
});

function parse(json: object): Statement {
  const whole = { Effect: 'Allow', Action: 's3:GetObject', ...json };
  const [only] = parsePolicyDocument(
    { Version: '2012-10-17', Statement: [whole] },
    'p',
    kindOf(whole),
  ).statements;
  assert.ok(only);
  return only;
}

const ANY = { Resource: '*' };
const asking = (operator: string, values: unknown): object => ({
  ...ANY,
  Condition: { [operator]: { 'aws:SourceIp': values } },
});

/** The first covers the second, or does not. */
const ROWS: readonly (readonly [wide: object, narrow: object, covers: boolean])[] = [
  [ANY, asking('IpAddress', '203.0.113.0/24'), true],
  [asking('IpAddress', '203.0.113.0/24'), ANY, false],
  [asking('IpAddress', '203.0.112.0/20'), asking('IpAddress', '203.0.113.7'), true],
  [asking('IpAddress', '203.0.113.0/24'), asking('IpAddress', '203.0.112.0/20'), false],
  [asking('IpAddress', '203.0.113.0/24'), asking('IpAddress', ['203.0.113.1', '::1']), false],
  [asking('NotIpAddress', '203.0.113.7'), asking('NotIpAddress', '203.0.113.0/24'), true],
  [asking('StringLike', '203.*'), asking('StringEquals', '203.0.113.7'), true],
  [asking('StringNotLike', '203.*'), asking('StringNotEquals', '203.*'), false],
  [asking('StringEqualsIfExists', '1'), asking('StringEquals', '1'), true],
  [asking('StringEquals', '1'), asking('StringEqualsIfExists', '1'), false],
  [asking('ForAllValues:StringLike', 'a'), asking('ForAnyValue:StringLike', 'a'), false],
  [{ ...ANY, Action: 'S3:*' }, ANY, true],
  [ANY, { ...ANY, Effect: 'Deny' }, false],
  [{ ...ANY, Principal: '*' }, { ...ANY, Principal: { AWS: '123456789012' } }, true],
  [
    { ...ANY, Principal: { AWS: 'arn:aws:iam::123456789012:root' } },
    { ...ANY, Principal: { AWS: '123456789012' } },
    true,
  ],
  [
    { ...ANY, Principal: { AWS: '123456789012' } },
    { ...ANY, Principal: { AWS: 'arn:aws:iam::123456789012:role/x' } },
    true,
  ],
  [
    { ...ANY, Principal: { AWS: '123456789012' } },
    { ...ANY, Principal: { AWS: '210987654321' } },
    false,
  ],
  [
    { ...ANY, Principal: { Service: 'a.amazonaws.com' } },
    { ...ANY, Principal: { Service: ['a.amazonaws.com', 'b.amazonaws.com'] } },
    false,
  ],
  [
    { ...ANY, NotPrincipal: { AWS: '123456789012' } },
    { ...ANY, NotPrincipal: { AWS: ['123456789012', '210987654321'] } },
    true,
  ],
  [{ ...ANY, NotPrincipal: { AWS: '123456789012' } }, { ...ANY, Principal: '*' }, false],
];

for (const [wide, narrow, covers] of ROWS) {
  test(`${JSON.stringify(wide)} ${covers ? 'covers' : 'does not cover'} ${JSON.stringify(narrow)}`, () => {
    assert.equal(coversStatement(parse(wide), parse(narrow)), covers);
  });
}

test('is covered where each part is in another statement', () => {
  const whole = parse({ Action: ['s3:GetObject', 's3:PutObject'], Resource: ['a:b', 'a:c'] });
  const halves = ['a:b', 'a:c'].map((Resource) => parse({ Action: 's3:*', Resource }));
  assert.equal(isCovered(whole, halves), true);
  assert.equal(isCovered(whole, halves.slice(1)), false);
});
