import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePolicyDocument } from '@gatehouse/iam';

import { statementJson } from './statement-json';

/** What it writes is read again as the same statement. */
for (const statement of [
  { Sid: 'One', Effect: 'Allow', Action: 'a:B', Resource: 'arn:one' },
  { Effect: 'Deny', NotAction: ['a:B', 'a:C'], NotResource: ['arn:one', 'arn:two'] },
  { Effect: 'Allow', Principal: '*', Action: 'a:B', Resource: '*' },
  {
    Effect: 'Allow',
    NotPrincipal: { AWS: ['123456789012', '210987654321'], Service: 'lambda.amazonaws.com' },
    Action: 'a:B',
    Resource: '*',
  },
  {
    Effect: 'Allow',
    Action: 'a:B',
    Resource: '*',
    Condition: {
      StringEquals: { 'aws:a': 'x', 'aws:b': ['y', 'z'] },
      'ForAnyValue:StringLike': { 'aws:c': 'w*' },
    },
  },
]) {
  test(`writes ${JSON.stringify(statement)} as it was`, () => {
    const parse = (one: object) =>
      parsePolicyDocument(
        { Version: '2012-10-17', Statement: [one] },
        'test',
        'Principal' in one || 'NotPrincipal' in one ? 'resource' : 'identity',
      ).statements[0];
    const parsed = parse(statement);
    assert(parsed);
    assert.deepEqual(statementJson(parsed), statement);
  });
}
