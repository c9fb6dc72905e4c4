import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { isPublicPolicy } from './is-public-policy';

const READ: SettledValues = {
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::site/*',
};
const withStatement = (statement: SettledValues): boolean =>
  isPublicPolicy({ Statement: [{ ...READ, ...statement }] });

describe('isPublicPolicy', () => {
  it('counts a statement for anyone, however anyone is written', () => {
    assert.equal(withStatement({}), true);
    assert.equal(withStatement({ Principal: { AWS: '*' } }), true);
    assert.equal(
      withStatement({ Principal: { AWS: ['arn:aws:iam::123456789012:root', '*'] } }),
      true,
    );
    assert.equal(isPublicPolicy({ Statement: READ }), true);
  });

  it('does not count a statement for one account, or one that denies', () => {
    assert.equal(withStatement({ Principal: { AWS: 'arn:aws:iam::123456789012:root' } }), false);
    assert.equal(withStatement({ Principal: { Service: 'cloudfront.amazonaws.com' } }), false);
    assert.equal(withStatement({ Effect: 'Deny' }), false);
  });

  it('does not count a statement that a condition binds to fixed values', () => {
    assert.equal(
      withStatement({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
      false,
    );
    assert.equal(
      withStatement({ Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } }),
      false,
    );
  });

  it('counts a statement whose condition lets everyone in all the same', () => {
    assert.equal(
      withStatement({ Condition: { StringLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } } }),
      true,
    );
    assert.equal(
      withStatement({ Condition: { StringLike: { 'aws:Referer': 'https://example.com/' } } }),
      true,
    );
    assert.equal(
      withStatement({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      true,
    );
    assert.equal(
      withStatement({ Condition: { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } } }),
      true,
    );
  });
});
