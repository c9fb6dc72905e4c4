import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compileCondition } from './condition';
import type { AccessRequest } from './decision';
import { RequestContext } from './request-context';
import type { Truth } from './truth';

function matches(
  operator: string,
  operands: string | readonly string[],
  value: string | readonly string[] | undefined,
  more: Partial<AccessRequest> = {},
): Truth {
  const values = typeof operands === 'string' ? [operands] : operands;
  const context = { ...(value !== undefined && { 'a:k': value }), ...more.context };
  const compiled = compileCondition({ operator, key: 'A:K', values }, '2012-10-17');
  return compiled.matches(new RequestContext({ ...more, context }));
}

type Row = readonly [
  operator: string,
  operands: string | readonly string[],
  value: string | readonly string[] | undefined,
  matches: boolean,
];

const SINGLE: readonly Row[] = [
  ['StringEquals', 'x', 'x', true],
  ['StringEquals', 'x', 'X', false],
  ['StringEquals', 'x*', 'xy', false],
  ['StringEquals', ['y', 'x'], 'x', true],
  ['StringEquals', 'x', undefined, false],
  ['StringNotEquals', ['y', 'x'], 'x', false],
  ['StringNotEquals', ['y', 'x'], 'z', true],
  ['StringNotEquals', 'x', undefined, true],
  ['StringEqualsIgnoreCase', 'X', 'x', true],
  ['StringNotEqualsIgnoreCase', 'X', 'x', false],
  ['StringLike', 'x*', 'xy', true],
  ['StringLike', 'x?', 'x', false],
  ['StringLike', '${*}', '*', true],
  ['StringLike', '${*}', 'a', false],
  ['StringNotLike', 'x*', 'xy', false],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
  ['NumericEquals', '10', '10.0', true],
  ['NumericNotEquals', '10', '11', true],
  ['NumericLessThan', '10', '9', true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericGreaterThan', '10', '9', false],
  ['NumericGreaterThanEquals', '10', '1e1', true],
  ['NumericEquals', '10', 'ten', false],
  ['NumericNotEquals', '10', 'ten', true],
  ['DateGreaterThan', '2019-07-16T12:00:00Z', '2019-07-16T12:00:01Z', true],
  ['DateLessThan', '2019-07-16T12:00:00Z', '2019-07-16T14:00:01+02:00', false],
  ['DateEquals', '1563278400', '2019-07-16T12:00:00Z', true],
  ['DateEquals', '2019-07-16T12:00', '2019-07-16T12:00:00Z', true],
  ['DateNotEquals', '2019', '2019-01-01', false],
  ['DateLessThanEquals', '2020-01-01', '2020-01-01T00:00:00Z', true],
  ['DateGreaterThanEquals', '2020-01-01', '2019-12-31T23:59:59Z', false],
  ['DateGreaterThan', '2020-01-01', 'Jan 2 2020', false],
  ['Bool', 'true', 'true', true],
  ['Bool', 'true', 'false', false],
  ['Bool', 'false', undefined, false],
  ['BoolIfExists', 'false', undefined, true],
  ['IpAddress', '203.0.113.0/24', '203.0.113.77', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.1', false],
  ['IpAddress', ['10.0.0.1', '2001:db8::/33'], '2001:db8:7fff::1', true],
  ['IpAddress', '2001:db8::/33', '2001:db8:8000::1', false],
  ['IpAddress', '::ffff:203.0.113.7', '::ffff:cb00:7107', true],
  ['IpAddress', '0.0.0.0/0', '::1', false],
  ['IpAddress', '0.0.0.0/0', '198.51.100.9', true],
  ['IpAddress', '203.0.113.0/24', 'localhost', false],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.77', false],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
  [
    'ArnEquals',
    'arn:aws:sns:*:123456789012:topic',
    'arn:aws:sns:eu-west-1:123456789012:topic',
    true,
  ],
  ['ArnLike', 'arn:aws:s*:topic', 'arn:aws:sns:eu-west-1:123456789012:topic', false],
  ['ArnLike', 'arn:aws:execute-api:*:*:api/*', 'arn:aws:execute-api:r:1:api/dev/GET/a:b', true],
  ['ArnLike', '*', 'arn:aws:sns:eu-west-1:123456789012:topic', true],
  ['ArnLike', 'arn:aws:sns:*:*:*', 'topic', false],
  ['ArnNotLike', 'arn:aws:sns:*:*:*', 'arn:aws:sns:eu-west-1:123456789012:topic', false],
  ['ArnNotEquals', 'arn:aws:sqs:*:*:*', 'arn:aws:sns:eu-west-1:123456789012:topic', true],
  ['Null', 'true', undefined, true],
  ['Null', 'true', 'x', false],
  ['Null', 'false', 'x', true],
  ['Null', 'false', undefined, false],
  ['StringEqualsIfExists', 'x', undefined, true],
  ['StringEqualsIfExists', 'x', 'y', false],
];

/** Source of the four laws of sets: IAM User Guide, "Set operators for multivalued context keys". */
const SETS: readonly Row[] = [
  ['ForAllValues:StringEquals', ['a', 'b', 'c'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b', 'c'], ['a', 'z'], false],
  ['ForAllValues:StringEquals', ['a'], [], true],
  ['ForAllValues:StringEquals', ['a'], undefined, true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['z', 'b'], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['z'], false],
  ['ForAnyValue:StringEquals', ['a'], [], false],
  ['ForAnyValue:StringEquals', ['a'], undefined, false],
  ['ForAnyValue:StringLike', 'auth*', ['cognito-idp', 'authenticated'], true],
  ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
  ['ForAllValues:StringNotEquals', ['a'], ['a', 'c'], false],
  ['ForAnyValue:StringNotEquals', ['a'], ['a', 'c'], true],
  ['ForAnyValue:StringNotEquals', ['a'], undefined, false],
  ['ForAnyValue:StringEqualsIfExists', ['a'], undefined, true],
  ['StringEquals', 'b', ['a', 'b'], true],
  ['StringNotEquals', 'b', ['a', 'b'], false],
];

for (const [operator, operands, value, expected] of [...SINGLE, ...SETS]) {
  const shown = value === undefined ? 'an absent key' : JSON.stringify(value);
  test(`${operator} ${JSON.stringify(operands)} ${expected ? 'matches' : 'misses'} ${shown}`, () => {
    assert.equal(matches(operator, operands, value), expected);
  });
}

test('a key that is not known makes every operator unknown', () => {
  for (const operator of ['StringEquals', 'StringNotEqualsIfExists', 'Null', 'ForAllValues:Bool']) {
    assert.equal(matches(operator, 'true', undefined, { unknownKeys: ['A:k'] }), 'unknown');
  }
});

test('a variable takes its value from the context, whatever the casing of its key', () => {
  const more = { context: { 'cognito-identity.amazonaws.com:sub': 'us-west-2:1' } };
  const variable = 'home/${Cognito-Identity.amazonaws.com:sub}/*';
  assert.equal(matches('StringLike', variable, 'home/us-west-2:1/x', more), true);
  assert.equal(matches('StringLike', variable, 'home/us-west-2:2/x', more), false);
});

test('a wildcard inside the value of a variable is only a character', () => {
  const more = { context: { 'aws:username': '*' } };
  assert.equal(matches('StringLike', '${aws:username}', 'anyone', more), false);
  assert.equal(matches('StringLike', '${aws:username}', '*', more), true);
});

test('a variable without a value matches neither the operator nor its negation', () => {
  assert.equal(matches('StringEquals', '${aws:username}', 'x'), false);
  assert.equal(matches('StringNotEquals', '${aws:username}', 'x'), false);
  assert.equal(matches('StringNotEquals', ['y', '${aws:username}'], 'x'), false);
});

test('a variable without a value, or with several, takes its default', () => {
  assert.equal(matches('StringEquals', "${aws:username, 'none'}", 'none'), true);
  const several = { context: { 'aws:username': ['a', 'b'] } };
  assert.equal(matches('StringEquals', "${aws:username , 'none'}", 'none', several), true);
  assert.equal(matches('StringEquals', '${aws:username}', 'a', several), false);
});

test('a variable that is not known leaves the comparison open unless another operand settles it', () => {
  const more = { unknownKeys: ['aws:username'] };
  assert.equal(matches('StringEquals', '${aws:username}', 'x', more), 'unknown');
  assert.equal(matches('StringEquals', ['${aws:username}', 'x'], 'x', more), true);
  assert.equal(matches('StringNotEquals', ['${aws:username}', 'x'], 'x', more), false);
});

test('a variable that is not known does not matter where no value of it would match', () => {
  const more = { unknownKeys: ['aws:username'] };
  assert.equal(matches('StringLike', 'home/${aws:username}/*', 'shop/anyone/x', more), false);
  assert.equal(matches('StringEquals', 'home/${aws:username}', 'home/any/one', more), 'unknown');
  const topic = 'arn:aws:sns:${aws:username}:topic';
  assert.equal(matches('ArnLike', topic, 'arn:aws:sqs:us-east-1:1:topic', more), false);
  assert.equal(matches('ArnLike', topic, 'arn:aws:sns:us-east-1:1:topic', more), 'unknown');
});

test('a negation stays open, for the variable may have no value, and then it does not match', () => {
  const more = { unknownKeys: ['aws:username'] };
  const operands = ['home/${aws:username}'];
  assert.equal(matches('StringNotLike', operands, 'shop/x', more), 'unknown');
  assert.equal(matches('StringNotLike', [...operands, 'shop/*'], 'shop/x', more), false);
  assert.equal(matches('StringNotLike', [...operands, '${aws:absent}'], 'shop/x', more), false);
});

test('variables are plain text in a document of 2008', () => {
  const condition = { operator: 'StringEquals', key: 'a:k', values: ['${aws:username}'] };
  const compiled = compileCondition(condition, '2008-10-17');
  const context = new RequestContext({ context: { 'a:k': '${aws:username}' } });
  assert.equal(compiled.matches(context), true);
});

test('an unresolved Terraform reference is plain text, not a variable', () => {
  const symbol = '${aws_cognito_identity_pool.main.id}';
  assert.equal(matches('StringEquals', symbol, symbol), true);
});

test('an operator that was never parsed is an error, not a miss', () => {
  const condition = { operator: 'StringIs', key: 'a:k', values: ['x'] };
  assert.throws(() => compileCondition(condition, '2012-10-17'), /"StringIs" is not a condition/);
});
