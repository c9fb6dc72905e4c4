import assert from 'node:assert/strict';
import { test } from 'node:test';

import { verdictsOf, type Resources } from '../testing/check-rule';
import { functionKeepsItsLogs } from './function-keeps-its-logs';

const role = (...Action: string[]): Resources => ({
  aws_iam_role: {
    fn: {
      name: 'fn',
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    },
  },
  aws_iam_role_policy: {
    logs: {
      name: 'logs',
      role: '${aws_iam_role.fn.name}',
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
      }),
    },
  },
});

test('reports what the role may write no more', () => {
  assert.deepEqual(
    verdictsOf(
      functionKeepsItsLogs,
      role('logs:CreateLogStream', 'logs:PutLogEvents'),
      role('logs:PutLogEvents'),
    ),
    ['aws_iam_role.fn: it may not `logs:CreateLogStream`, and could'],
  );
});

test('knows a pattern that grants the same, in any case', () => {
  const base = role('logs:CreateLogStream', 'logs:PutLogEvents');
  for (const action of ['logs:*', '*', 'LOGS:*'])
    assert.deepEqual(verdictsOf(functionKeepsItsLogs, base, role(action)), []);
});

test('says nothing of a role that wrote no logs', () => {
  assert.deepEqual(verdictsOf(functionKeepsItsLogs, role('s3:GetObject'), role('s3:List*')), []);
});
