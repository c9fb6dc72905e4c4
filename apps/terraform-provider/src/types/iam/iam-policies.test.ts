import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { iamPolicy } from './iam-policy';
import { iamRolePolicy } from './iam-role-policy';
import { iamRolePolicyAttachment } from './iam-role-policy-attachment';

const INVOKE = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };
const POLICY_ARN = 'arn:aws:iam::123456789012:policy/read';
const CLOUD = fakeCloud({
  applied: {
    aws_iam_role: [{ id: 'member', name: 'member' }],
    aws_iam_role_policy: [
      { id: 'member:old', role: 'member', name: 'old', policy: longPolicy(9_000) },
    ],
    aws_iam_policy: [{ id: POLICY_ARN }],
    aws_iam_role_policy_attachment: [
      { id: `guest/${POLICY_ARN}`, role: 'guest', policy_arn: POLICY_ARN },
    ],
  },
});

describe('aws_iam_role_policy', () => {
  const inline = { role: 'member', name: 'invoke', policy: policy(INVOKE) };
  const refused = (values: SettledValues): string | undefined =>
    refusal(iamRolePolicy, { ...inline, ...values }, CLOUD);

  test('is known by its role and its name', () => {
    assert.equal(iamRolePolicy.create(inline, CLOUD).id, 'member:invoke');
  });

  test('is refused on a role that does not exist', () => {
    assert.equal(refused({}), undefined);
    assert.equal(
      refused({ role: 'none' }),
      'NoSuchEntity: The role with name none cannot be found.',
    );
  });

  test('is refused where IAM would not take the policy', () => {
    const { Resource: _resource, ...nowhere } = INVOKE;
    const { Action: _action, ...nothing } = INVOKE;
    assert.match(
      refused({ policy: 'no' }) ?? '',
      /"policy" contains an invalid JSON policy: not a JSON object/,
    );
    assert.match(refused({ policy: policy(nowhere) }) ?? '', /must contain resources/);
    assert.match(refused({ policy: policy(nothing) }) ?? '', /must contain actions/);
    assert.match(
      refused({ policy: policy({ ...INVOKE, Action: 'Invoke' }) }) ?? '',
      /prefaced by a vendor/,
    );
    assert.match(
      refused({ policy: policy({ ...INVOKE, Resource: 'api' }) }) ?? '',
      /Resource api must be in ARN format/,
    );
    assert.match(
      refused({ policy: policy({ ...INVOKE, Principal: '*' }) }) ?? '',
      /should not specify a principal/,
    );
  });

  test('is refused where all policies of the role together are too long', () => {
    assert.equal(refused({ policy: longPolicy(1_000) }), undefined);
    assert.equal(
      refused({ policy: longPolicy(2_000) }),
      'LimitExceeded: Maximum policy size of 10240 bytes exceeded for role member',
    );
    assert.equal(refused({ name: 'old', policy: longPolicy(10_000) }), undefined);
  });
});

describe('aws_iam_policy', () => {
  test('is known by its ARN, and its name is taken in every path', () => {
    const made = iamPolicy.create({ name: 'read', path: '/team/' }, fakeCloud());
    assert.equal(made.id, 'arn:aws:iam::123456789012:policy/team/read');
    assert.equal(made.policy_id, 'policy-1');
    assert.equal(iamPolicy.uniqueAs?.(made), 'read');
    assert.match(
      iamPolicy.conflict?.('read') ?? '',
      /^EntityAlreadyExists: A policy called read already exists/,
    );
  });

  test('is refused when it is too long or no policy', () => {
    assert.equal(refusal(iamPolicy, { name: 'p', policy: policy(INVOKE) }, CLOUD), undefined);
    assert.match(
      refusal(iamPolicy, { name: 'p', policy: longPolicy(6_200) }, CLOUD) ?? '',
      /PolicySize: 6144/,
    );
    assert.match(refusal(iamPolicy, { name: 'p', policy: 'x' }, CLOUD) ?? '', /not a JSON object/);
  });

  test('is not deleted while it is attached', () => {
    assert.match(iamPolicy.mayDelete?.({ id: POLICY_ARN }, CLOUD) ?? '', /^DeleteConflict/);
    assert.equal(
      iamPolicy.mayDelete?.({ id: 'arn:aws:iam::123456789012:policy/x' }, CLOUD),
      undefined,
    );
  });
});

describe('aws_iam_role_policy_attachment', () => {
  const attachment = { role: 'member', policy_arn: POLICY_ARN };

  test('is known by its role and its policy', () => {
    assert.deepEqual(iamRolePolicyAttachment.create(attachment, CLOUD), {
      id: `member/${POLICY_ARN}`,
    });
  });

  test('is refused where the role or the policy does not exist', () => {
    const refused = (values: SettledValues): string | undefined =>
      refusal(iamRolePolicyAttachment, { ...attachment, ...values }, CLOUD);
    assert.equal(refused({}), undefined);
    assert.equal(refused({ policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }), undefined);
    assert.match(refused({ role: 'none' }) ?? '', /^NoSuchEntity: The role with name none/);
    assert.match(
      refused({ policy_arn: `${POLICY_ARN}s` }) ?? '',
      /does not exist or is not attachable/,
    );
    assert.match(refused({ policy_arn: 'ReadOnlyAccess' }) ?? '', /is an invalid ARN/);
  });
});

function policy(statement: SettledValues): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function longPolicy(length: number): string {
  return policy({ ...INVOKE, Sid: 'x'.repeat(length) });
}
