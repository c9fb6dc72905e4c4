import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf, type Resources } from '../testing/check-rule';
import { userRoleOnlyCallsTheApi } from './user-role-only-calls-the-api';

const stack = (principal: JsonObject, more: Resources = {}): Resources => ({
  aws_iam_role: {
    one: {
      name: 'one',
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRoleWithWebIdentity' },
        ],
      }),
    },
  },
  ...more,
});

const grant = (Action: string): Resources => ({
  aws_iam_role_policy: {
    more: {
      name: 'more',
      role: '${aws_iam_role.one.name}',
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action, Resource: 'arn:aws:s3:::a/*' }],
      }),
    },
  },
});

const PEOPLE = { Federated: 'cognito-identity.amazonaws.com' };
const check = (base: Resources | undefined, head: Resources): readonly string[] =>
  verdictsOf(userRoleOnlyCallsTheApi, base, head);

test('reports what people may do besides calling the API', () => {
  assert.deepEqual(check(stack(PEOPLE), stack(PEOPLE, grant('s3:GetObject'))), [
    'aws_iam_role.one: people with it may `s3:GetObject` on `arn:aws:s3:::a/*`',
  ]);
});

test('reports a policy of AWS, whose content stands in no file', () => {
  const attached = {
    aws_iam_role_policy_attachment: {
      all: {
        role: '${aws_iam_role.one.name}',
        policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      },
    },
  };
  assert.deepEqual(check(stack(PEOPLE), stack(PEOPLE, attached)), [
    'aws_iam_role.one: people with it may do all that `arn:aws:iam::aws:policy/ReadOnlyAccess` grants',
  ]);
});

test('says nothing of what was so before, of calls, and of roles of services', () => {
  const head = stack(PEOPLE, grant('s3:GetObject'));
  assert.deepEqual(check(head, head), []);
  assert.deepEqual(check(undefined, stack(PEOPLE, grant('execute-api:Invoke'))), []);
  assert.deepEqual(
    check(undefined, stack({ Service: 'lambda.amazonaws.com' }, grant('s3:GetObject'))),
    [],
  );
});
