import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crc32 } from 'node:zlib';

import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { fakeCloud } from '../testing/fake-cloud';
import { callerIdentity } from './caller-identity';
import { iamPolicyDocument } from './iam-policy-document';
import { partition } from './partition';
import { region } from './region';

describe('the account', () => {
  test('is the one of the examples', () => {
    const read = callerIdentity.read({}, fakeCloud());
    assert.equal(read.account_id, '123456789012');
    assert.equal(read.id, '123456789012');
  });

  test('is in the Region of the provider, or in the one that is asked for', () => {
    assert.deepEqual(region.read({}, fakeCloud({ region: 'eu-central-1' })), {
      id: 'eu-central-1',
      name: 'eu-central-1',
      region: 'eu-central-1',
      description: 'Europe (Frankfurt)',
      endpoint: 'ec2.eu-central-1.amazonaws.com',
    });
    for (const asked of [{ name: 'us-east-1' }, { region: 'us-east-1' }])
      assert.equal(region.read(asked, fakeCloud()).id, 'us-east-1');
    const endpoint = 'ec2.eu-west-3.amazonaws.com';
    assert.equal(region.read({ endpoint }, fakeCloud()).name, 'eu-west-3');
    assert.throws(
      () => region.read({ name: 'eu-nowhere-1' }, fakeCloud()),
      /finding Region by name/,
    );
  });

  test('is in the public partition', () => {
    assert.equal(partition.read({}, fakeCloud()).dns_suffix, 'amazonaws.com');
  });
});

describe('aws_iam_policy_document', () => {
  test('writes elements in the order of the provider, lists from last to first, and one of a list bare', () => {
    const read = document({
      policy_id: 'reading',
      statement: [
        {
          sid: 'Read',
          effect: 'Allow',
          actions: ['s3:GetObject', 's3:ListBucket'],
          resources: ['arn:aws:s3:::b/&{aws:username}/*'],
          principals: [
            {
              type: 'Service',
              identifiers: ['b.amazonaws.com', 'c.amazonaws.com', 'a.amazonaws.com'],
            },
            { type: 'AWS', identifiers: ['*'] },
          ],
          condition: [
            { test: 'StringLike', variable: 's3:prefix', values: ['z', '', 'a'] },
            { test: 'StringEquals', variable: 'b:k', values: ['1'] },
            { test: 'StringEquals', variable: 'a:k', values: ['1'] },
          ],
        },
        { sid: '', effect: 'Deny', not_actions: ['s3:*'], not_resources: ['*'] },
      ],
    });
    assert.equal(
      read.json,
      `{
  "Version": "2012-10-17",
  "Id": "reading",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:ListBucket",
        "s3:GetObject"
      ],
      "Resource": "arn:aws:s3:::b/\${aws:username}/*",
      "Principal": {
        "AWS": "*",
        "Service": [
          "c.amazonaws.com",
          "b.amazonaws.com",
          "a.amazonaws.com"
        ]
      },
      "Condition": {
        "StringEquals": {
          "a:k": "1",
          "b:k": "1"
        },
        "StringLike": {
          "s3:prefix": [
            "z",
            "",
            "a"
          ]
        }
      }
    },
    {
      "Effect": "Deny",
      "NotAction": "s3:*",
      "NotResource": "*"
    }
  ]
}`,
    );
  });

  test('is known by the checksum of its text, and written on one line as well', () => {
    const read = document({ statement: [{ actions: ['a:b'], resources: ['*'] }] });
    assert.equal(
      read.minified_json,
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*"}]}',
    );
    assert.equal(read.id, String(crc32(jsonOf(read))));
    assert.equal(document({}).json, '{\n  "Version": "2012-10-17"\n}');
    assert.equal(document({}).id, '1132004489');
  });

  test('escapes what HTML could take for a tag, as Go does', () => {
    const statement = [{ actions: ['a:<b>&c'], resources: ['*'] }];
    assert.match(jsonOf(document({ statement })), /"a:\\u003cb\\u003e\\u0026c"/);
  });

  test('writes everybody as "*", and every AWS principal as such', () => {
    const principalOf = (type: string): unknown => {
      const principals = [{ type, identifiers: ['*'] }];
      return statementsOf({ statement: [{ actions: ['a:b'], principals }] })[0]?.Principal;
    };
    assert.equal(principalOf('*'), '*');
    assert.deepEqual(principalOf('AWS'), { AWS: '*' });
  });

  test('joins principals of one type', () => {
    const principals = [
      { type: 'AWS', identifiers: ['1'] },
      { type: 'AWS', identifiers: ['2', '3'] },
    ];
    assert.deepEqual(
      statementsOf({ statement: [{ actions: ['a:b'], principals }] })[0]?.Principal,
      { AWS: ['1', '3', '2'] },
    );
  });

  test('puts sources before its own statements, and lets those and overrides replace by Sid', () => {
    const source = (sid: string, action: string): string =>
      JSON.stringify({
        Version: '2008-10-17',
        Id: sid,
        Statement: [{ Sid: sid, Effect: 'Allow', Action: action }],
      });
    const read = {
      source_policy_documents: [source('A', 'a:source'), source('B', 'b:source')],
      statement: [
        { sid: 'B', effect: 'Allow', actions: ['b:own'] },
        { sid: 'C', actions: ['c:own'] },
      ],
      override_policy_documents: [source('C', 'c:override'), source('D', 'd:override')],
    };
    assert.deepEqual(
      statementsOf(read).map(({ Action: action }) => action),
      ['a:source', 'b:own', 'c:override', 'd:override'],
    );
    const merged = JSON.parse(jsonOf(document(read))) as SettledValues;
    assert.equal(merged.Version, '2012-10-17');
    assert.equal(merged.Id, 'D');
  });

  test('leaves the lists of a source as they are, and writes its principals and conditions anew', () => {
    const source = JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Action: ['a:a', 'a:b'],
          Resource: ['*'],
          Principal: { AWS: ['1', '2'] },
          Condition: { Bool: { 'aws:SecureTransport': true }, NumericEquals: { 'a:n': 5 } },
        },
      ],
    });
    const [statement] = statementsOf({ source_policy_documents: [source] });
    assert.deepEqual(statement, {
      Effect: 'Allow',
      Action: ['a:a', 'a:b'],
      Resource: ['*'],
      Principal: { AWS: ['2', '1'] },
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    });
  });

  test('refuses one Sid twice, and what is no policy', () => {
    const own = [
      { sid: 'A', actions: ['a:b'] },
      { sid: 'A', actions: ['a:c'] },
    ];
    assert.throws(() => document({ statement: own }), /duplicate Sid \(A\)\. Remove the Sid/);
    const source = JSON.stringify({
      Statement: own.map(({ sid }) => ({ Sid: sid, Effect: 'Allow' })),
    });
    const twice = { source_policy_documents: [source] };
    assert.throws(() => document(twice), /duplicate Sid \(A\) in source_policy_documents/);
    assert.throws(
      () => document({ override_policy_documents: ['[]'] }),
      /merging override document 0: it is no JSON object/,
    );
  });

  test('knows no variables in the old version of the language', () => {
    const statement = [{ actions: ['a:b'], resources: ['arn:aws:s3:::&{aws:username}'] }];
    assert.throws(
      () => document({ version: '2008-10-17', statement }),
      /reading resources: found &\{ sequence in .* not supported in document version 2008-10-17/,
    );
  });
});

function document(values: SettledValues): SettledValues {
  return iamPolicyDocument.read(values, fakeCloud());
}

function statementsOf(values: SettledValues): readonly SettledValues[] {
  const parsed = JSON.parse(jsonOf(document(values))) as {
    readonly Statement: readonly SettledValues[];
  };
  return parsed.Statement;
}

function jsonOf(read: SettledValues): string {
  return textOf(read, 'json') ?? '';
}
