import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { iamRole } from './iam-role';

const LAMBDA_TRUST = policy({
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const CLOUD = fakeCloud({
  applied: {
    aws_iam_role_policy: [{ id: 'member:old', role: 'member' }],
    aws_iam_role_policy_attachment: [{ id: 'guest/arn', role: 'guest' }],
  },
});

describe('aws_iam_role', () => {
  test('is named by its name, and numbered by AWS', () => {
    const made = iamRole.create({ name: 'member', path: '/team/' }, fakeCloud());
    assert.equal(made.id, 'member');
    assert.equal(made.arn, 'arn:aws:iam::123456789012:role/team/member');
    assert.equal(made.unique_id, 'role-1');
    assert.equal(made.name_prefix, '');
    assert.equal(made.create_date, '2026-11-24T12:00:00Z');
  });

  test('has a generated name where only a prefix is configured', () => {
    const made = iamRole.create({ name: null, name_prefix: 'job-' }, fakeCloud());
    assert.match(textOf(made, 'name') ?? '', /^job-\d{26}$/);
    assert.equal(made.name_prefix, 'job-');
  });

  test('is refused when there is one of its name', () => {
    assert.equal(
      iamRole.conflict?.('member'),
      'EntityAlreadyExists: Role with name member already exists.',
    );
  });

  test('is refused with a trust policy that is no JSON object', () => {
    assert.match(
      trustProblem('{"Version"') ?? '',
      /"assume_role_policy" contains an invalid JSON policy/,
    );
    assert.match(trustProblem('[]') ?? '', /a JSON array, not a JSON object/);
    assert.match(trustProblem(' {}') ?? '', /leading space characters/);
    assert.match(trustProblem('') ?? '', /is an empty string/);
    assert.equal(trustProblem(LAMBDA_TRUST), undefined);
  });

  test('is refused with a policy that trusts nobody, names a resource or allows something else', () => {
    const trust = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
    const { Principal: _principal, ...nobody } = trust;
    assert.match(trustProblem(policy(nobody)) ?? '', /Missing required field Principal/);
    assert.match(
      trustProblem(policy({ ...trust, Resource: '*' })) ?? '',
      /Has prohibited field Resource/,
    );
    assert.match(
      trustProblem(policy({ ...trust, Action: 's3:GetObject' })) ?? '',
      /only specify STS AssumeRole/,
    );
    assert.match(
      trustProblem(policy({ ...trust, Effect: 'allow' })) ?? '',
      /Syntax errors in policy/,
    );
    assert.match(trustProblem('{}') ?? '', /Syntax errors in policy/);
    const huge = policy({ ...trust, Sid: 'x'.repeat(2_048) });
    assert.match(
      trustProblem(huge) ?? '',
      /LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048/,
    );
  });

  test('is refused where its trust policy lets any identity pool in', () => {
    const refused =
      /^MalformedPolicyDocument: the trust policy lets the users of any identity pool/;
    assert.match(trustProblem(cognitoTrust(undefined)) ?? '', refused);
    assert.match(
      trustProblem(cognitoTrust({ StringEquals: { 'cognito-identity.amazonaws.com:amr': 'x' } })) ??
        '',
      refused,
    );
    assert.match(
      trustProblem(cognitoTrust(audience('StringNotEquals', 'us-west-2:1'))) ?? '',
      refused,
    );
    assert.match(trustProblem(cognitoTrust(audience('StringLike', '*'))) ?? '', refused);
    assert.match(trustProblem(cognitoTrust(audience('StringLike', 'us-west-2:*'))) ?? '', refused);
    assert.match(
      trustProblem(cognitoTrust(audience('StringLike', 'us-west-2:1', '*'))) ?? '',
      refused,
    );
  });

  test('is taken where its trust policy names the identity pools', () => {
    assert.equal(trustProblem(cognitoTrust(audience('StringEquals', 'us-west-2:1'))), undefined);
    assert.equal(
      trustProblem(cognitoTrust(audience('ForAnyValue:StringLike', 'us-west-2:1*'))),
      undefined,
    );
    assert.equal(
      trustProblem(
        cognitoTrust({ StringEquals: { 'Cognito-Identity.amazonaws.com:AUD': ['a:1', 'a:2'] } }),
      ),
      undefined,
    );
  });

  test('is refused with a name or a session that IAM does not take', () => {
    const role = { assume_role_policy: LAMBDA_TRUST };
    const refused = (values: SettledValues): string =>
      refusal(iamRole, { ...role, ...values }, CLOUD) ?? '';
    assert.match(refused({ name: 'a b' }), /must match \[\\w\+=,\.@-\]/);
    assert.match(refused({ name: 'x'.repeat(65) }), /range \(1 - 64\)/);
    assert.match(refused({ name_prefix: 'x'.repeat(39) }), /range \(1 - 38\)/);
    assert.match(refused({ max_session_duration: 60 }), /range \(3600 - 43200\), got 60/);
    assert.equal(refused({ name: 'x'.repeat(64), max_session_duration: 43_200 }), '');
  });

  test('is not deleted while it has policies, unless it is to let them go', () => {
    const mayDelete = (values: SettledValues): string | undefined =>
      iamRole.mayDelete?.(values, CLOUD);
    assert.match(
      mayDelete({ id: 'guest' }) ?? '',
      /^DeleteConflict: .*must detach all policies first/,
    );
    assert.match(
      mayDelete({ id: 'member' }) ?? '',
      /^DeleteConflict: .*must delete policies first/,
    );
    assert.equal(mayDelete({ id: 'member', force_detach_policies: true }), undefined);
    assert.equal(mayDelete({ id: 'other' }), undefined);
  });
});

function policy(statement: SettledValues): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function trustProblem(json: string): string | undefined {
  return refusal(iamRole, { name: 'r', assume_role_policy: json }, CLOUD);
}

function cognitoTrust(condition: SettledValues | undefined): string {
  return policy({
    Effect: 'Allow',
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(condition && { Condition: condition }),
  });
}

function audience(operator: string, ...pools: readonly string[]): SettledValues {
  return { [operator]: { 'cognito-identity.amazonaws.com:aud': pools } };
}
