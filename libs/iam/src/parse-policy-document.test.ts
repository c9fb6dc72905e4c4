import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePolicyDocument } from './parse-policy-document';
import { PolicyError } from './policy-error';
import type { PolicyKind } from './policy-kind';

const STATEMENT = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };

test('reads text and object alike, and makes a list of every "string or list"', () => {
  const json = {
    Version: '2012-10-17',
    Id: 'p',
    Statement: {
      Sid: 'One',
      Effect: 'Deny',
      NotAction: ['s3:Get*', 's3:List*'],
      NotResource: 'arn:aws:s3:::b/*',
      NotPrincipal: { AWS: '123456789012' },
      Condition: { Bool: { 'aws:SecureTransport': false }, NumericLessThan: { 'a:b': [1, '2'] } },
    },
  };
  const expected = {
    version: '2012-10-17',
    id: 'p',
    statements: [
      {
        sid: 'One',
        effect: 'Deny',
        actions: { negated: true, patterns: ['s3:Get*', 's3:List*'] },
        resources: { negated: true, patterns: ['arn:aws:s3:::b/*'] },
        principals: { negated: true, anyone: false, byType: { AWS: ['123456789012'] } },
        conditions: [
          { operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] },
          { operator: 'NumericLessThan', key: 'a:b', values: ['1', '2'] },
        ],
      },
    ],
  };
  assert.deepEqual(parsePolicyDocument(json, 'p', 'resource'), expected);
  assert.deepEqual(parsePolicyDocument(JSON.stringify(json), 'p', 'resource'), expected);
});

test('a document without a version is of 2008-10-17', () => {
  assert.equal(
    parsePolicyDocument({ Statement: [STATEMENT] }, 'p', 'identity').version,
    '2008-10-17',
  );
});

test('a principal "*" is anyone', () => {
  const [statement] = parsePolicyDocument(
    { Statement: [{ ...STATEMENT, Principal: '*' }] },
    'p',
    'resource',
  ).statements;
  assert.deepEqual(statement?.principals, { negated: false, anyone: true, byType: { AWS: ['*'] } });
});

function withStatement(change: Record<string, unknown>): unknown {
  return { Version: '2012-10-17', Statement: [{ ...STATEMENT, ...change }] };
}

const REFUSED: readonly (readonly [json: unknown, path: string, words: RegExp])[] = [
  ['{', '', /the document is not JSON \(/],
  [undefined, '', /the document is missing, expected an object with a Statement/],
  [[], '', /the document is \[\], expected an object/],
  ['x'.repeat(70_000), '', /has 70000 characters, expected at most 65536/],
  [{ Version: '2012-10-17' }, 'Statement', /Statement is missing, expected a statement/],
  [{ Statement: [] }, 'Statement', /is an empty list, expected at least one statement/],
  [{ Statement: ['x'] }, 'Statement[0]', /is "x", expected a statement/],
  [
    { Statement: [STATEMENT], Statements: 1 },
    '',
    /the element "Statements", expected only Version/,
  ],
  [{ Version: '2012-10-18', Statement: [STATEMENT] }, 'Version', /is "2012-10-18", expected/],
  [withStatement({ effect: 'Allow' }), 'Statement[0]', /the element "effect".*case-sensitive/],
  [withStatement({ Effect: 'allow' }), 'Statement[0].Effect', /is "allow", expected "Allow" or/],
  [withStatement({ Action: undefined }), 'Statement[0]', /neither Action nor NotAction/],
  [withStatement({ NotAction: '*' }), 'Statement[0]', /has both Action and NotAction/],
  [withStatement({ Action: [] }), 'Statement[0].Action', /is an empty list/],
  [withStatement({ Action: 'Invoke' }), 'Statement[0].Action', /holds "Invoke", expected "\*" or/],
  [withStatement({ Resource: ['a', 7] }), 'Statement[0].Resource[1]', /is 7, expected a string/],
  [
    withStatement({ Principal: 'x' }),
    'Statement[0].Principal',
    /is "x", expected "\*" or an object/,
  ],
  [withStatement({ Principal: { Aws: '*' } }), 'Statement[0].Principal', /the element "Aws"/],
  [withStatement({ Principal: {} }), 'Statement[0].Principal', /is empty/],
  [
    withStatement({ Condition: { StringEqual: { 'a:b': 'c' } } }),
    'Statement[0].Condition.StringEqual',
    /Condition\.StringEqual is not a condition operator of IAM/,
  ],
  [
    withStatement({ Condition: { NullIfExists: { 'a:b': 'true' } } }),
    'Statement[0].Condition.NullIfExists',
    /is not a condition operator/,
  ],
  [
    withStatement({ Condition: { constructor: { 'a:b': 'true' } } }),
    'Statement[0].Condition.constructor',
    /is not a condition operator/,
  ],
  [
    withStatement({ Condition: { StringEquals: { b: 'c' } } }),
    'Statement[0].Condition.StringEquals.b',
    /is not a condition key/,
  ],
  [
    withStatement({ Condition: { NumericEquals: { 'a:b': 'ten' } } }),
    'Statement[0].Condition.NumericEquals.a:b',
    /holds "ten", expected a decimal number/,
  ],
  [
    withStatement({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/33' } } }),
    'Statement[0].Condition.IpAddress.aws:SourceIp',
    /holds "10.0.0.0\/33", expected an IP address or a CIDR range/,
  ],
  [
    withStatement({ Condition: { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } } }),
    'Statement[0].Condition.DateLessThan.aws:CurrentTime',
    /expected an ISO 8601 date/,
  ],
  [
    withStatement({ Condition: { StringEquals: { 'a:b': { c: 'd' } } } }),
    'Statement[0].Condition.StringEquals.a:b',
    /expected a string, number or boolean/,
  ],
  [
    {
      Statement: [
        { ...STATEMENT, Sid: 'A' },
        { ...STATEMENT, Sid: 'A' },
      ],
    },
    'Statement',
    /two statements with the Sid "A"/,
  ],
];

for (const [json, path, words] of REFUSED) {
  const kind = JSON.stringify(json ?? null).includes('Principal') ? 'resource' : 'identity';
  test(`refuses a document whose ${path === '' ? 'whole' : path} ${words.source}`, () => {
    assert.throws(
      () => parsePolicyDocument(json, 'inline policy "Invoke" of role r', kind),
      (error: unknown) => {
        assert.ok(error instanceof PolicyError);
        assert.equal(error.path, path);
        assert.match(error.message, words);
        assert.ok(error.message.startsWith('inline policy "Invoke" of role r: '));
        return true;
      },
    );
  });
}

const TRUST = { Effect: 'Allow', Principal: { Federated: 'x' }, Action: 'sts:AssumeRole' };
const { Resource: _resource, ...WITHOUT_RESOURCE } = STATEMENT;
const OF_ANOTHER_KIND: readonly (readonly [PolicyKind, object, RegExp])[] = [
  ['identity', WITHOUT_RESOURCE, /neither Resource nor NotResource, expected one of them in the/],
  ['identity', { ...STATEMENT, Principal: '*' }, /\.Principal is not allowed in the policy of an/],
  ['identity', { ...STATEMENT, NotPrincipal: TRUST.Principal }, /\.NotPrincipal is not allowed/],
  [
    'resource',
    STATEMENT,
    /neither Principal nor NotPrincipal, expected one of them in the policy of/,
  ],
  ['resource', { ...WITHOUT_RESOURCE, Principal: '*' }, /neither Resource nor NotResource/],
  ['trust', { ...TRUST, Resource: '*' }, /\.Resource is not allowed in the trust policy of a role/],
  ['trust', WITHOUT_RESOURCE, /neither Principal nor NotPrincipal/],
];

for (const [kind, statement, words] of OF_ANOTHER_KIND) {
  test(`refuses ${JSON.stringify(statement)} in the ${kind} policy that it stands in`, () => {
    const json = { Version: '2012-10-17', Statement: [statement] };
    assert.throws(() => parsePolicyDocument(json, 'p', kind), words);
  });
}

test('takes a trust policy, which says who and never for what', () => {
  const json = { Version: '2012-10-17', Statement: [TRUST] };
  assert.equal(parsePolicyDocument(json, 'p', 'trust').statements.length, 1);
});
