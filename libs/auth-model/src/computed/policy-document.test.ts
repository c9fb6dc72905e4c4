import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { assertRefused } from '../testing/assert-refused';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { policyDocument } from './policy-document';

const WHERE = 'data.aws_iam_policy_document.p';
const read = (values: JsonObject): unknown => JSON.parse(policyDocument(values, WHERE));

test('writes a statement with everything that one may have', () => {
  const statement = {
    sid: 'Own',
    actions: ['execute-api:Invoke'],
    not_resources: ['arn:aws:s3:::b/&{aws:username}/*'],
    principals: [
      { type: 'Federated', identifiers: ['cognito-identity.amazonaws.com'] },
      { type: 'AWS', identifiers: ['111122223333'] },
    ],
    condition: [
      { test: 'StringEquals', variable: 'aws:a', values: ['1'] },
      { test: 'StringEquals', variable: 'aws:b', values: ['&{aws:userid}'] },
    ],
  };
  assert.deepEqual(read({ policy_id: 'P', statement: [statement] }), {
    Version: '2012-10-17',
    Id: 'P',
    Statement: [
      {
        Sid: 'Own',
        Effect: 'Allow',
        Action: ['execute-api:Invoke'],
        NotResource: ['arn:aws:s3:::b/${aws:username}/*'],
        Principal: { Federated: ['cognito-identity.amazonaws.com'], AWS: ['111122223333'] },
        Condition: { StringEquals: { 'aws:a': ['1'], 'aws:b': ['${aws:userid}'] } },
      },
    ],
  });
});

test('lets a statement take the place of an earlier one of the same Sid, and only then', () => {
  const document = (sid: string, action: string): string =>
    policyDocument({ statement: { sid, actions: [action] } }, WHERE);
  const merged = read({
    source_policy_documents: [document('A', 'a:1'), document('', 'a:2')],
    statement: [{ sid: 'A', effect: 'Deny', actions: ['a:3'] }, { actions: ['a:4'] }],
    override_policy_documents: [document('A', 'a:5')],
  }) as { Statement: unknown };
  assert.deepEqual(merged.Statement, [
    { Sid: 'A', Effect: 'Allow', Action: ['a:5'] },
    { Effect: 'Allow', Action: ['a:2'] },
    { Effect: 'Allow', Action: ['a:4'] },
  ]);
});

test('writes everybody as a star alone', () => {
  const statement = { principals: { type: '*', identifiers: ['*'] } };
  assert.deepEqual(read({ statement }), {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*' }],
  });
});

test('refuses what it does not know, two statements of one Sid, and a source that is no JSON', () => {
  assertRefused(() => read({ statment: [] }), 'ERR_MODEL_UNKNOWN_ATTRIBUTE', `${WHERE}.statment`);
  assertRefused(
    () => read({ statement: { action: ['a:b'] } }),
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    'statement[0].action',
  );
  assertRefused(
    () => read({ statement: [{ sid: 'A' }, { sid: 'A' }] }),
    'ERR_MODEL_INVALID_VALUE',
    'statement',
    '"A"',
  );
  assertRefused(
    () => read({ source_policy_documents: ['{'] }),
    'ERR_MODEL_INVALID_VALUE',
    'source_policy_documents[0]',
  );
});

test('decides with a policy that a data source writes, references and all', () => {
  const data = withResource(stackJson(), 'data.aws_iam_policy_document.calls', {
    statement: [
      {
        actions: ['execute-api:Invoke'],
        resources: ['${aws_api_gateway_rest_api.api.execution_arn}/*'],
      },
    ],
  });
  const stack = withResource(data, 'aws_iam_role_policy.member', {
    policy: '${data.aws_iam_policy_document.calls.json}',
  });
  const role = modelOf(stack).roles.find(({ name }) => name === 'dev-member');
  const document = role?.policies[0]?.document;
  assert.equal(document?.kind, 'known');
  assert.match(JSON.stringify(document), /arn:aws:execute-api:us-west-2:000000000000:.*\/\*/);
});
