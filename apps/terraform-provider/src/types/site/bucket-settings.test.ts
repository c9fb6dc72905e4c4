import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { s3BucketPolicy } from './s3-bucket-policy';
import { s3BucketServerSideEncryptionConfiguration } from './s3-bucket-server-side-encryption-configuration';
import { s3BucketVersioning } from './s3-bucket-versioning';
import { s3BucketWebsiteConfiguration } from './s3-bucket-website-configuration';
import { SITE_TYPES } from './site-types';

const BUCKET = { aws_s3_bucket: [{ id: 'site' }] };
const policyOf = (statement: SettledValues): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::site/*',
        ...statement,
      },
    ],
  });
const blocked = (block_public_policy: boolean): ReturnType<typeof fakeCloud> =>
  fakeCloud({
    applied: {
      ...BUCKET,
      aws_s3_bucket_public_access_block: [{ id: 'site', block_public_policy }],
    },
  });

describe('what is set on a bucket', () => {
  it('needs the bucket', () => {
    for (const facts of SITE_TYPES.filter(({ type }) => type !== 'aws_s3_bucket')) {
      const missing = refusal(facts, { bucket: 'gone', key: 'a' }, fakeCloud({ applied: BUCKET }));
      assert.equal(
        missing,
        'NoSuchBucket: The specified bucket does not exist: "gone"',
        facts.type,
      );
      const found = refusal(facts, { bucket: 'site', key: 'a' }, fakeCloud({ applied: BUCKET }));
      assert.doesNotMatch(found ?? '', /NoSuchBucket/, facts.type);
    }
  });

  it('has the id of its bucket, and of the owner it expects', () => {
    const { create } = s3BucketServerSideEncryptionConfiguration;
    assert.deepEqual(create({ bucket: 'site' }, fakeCloud()), { id: 'site' });
    const owned = create({ bucket: 'site', expected_bucket_owner: '123456789012' }, fakeCloud());
    assert.deepEqual(owned, { id: 'site,123456789012' });
  });
});

describe('aws_s3_bucket_policy', () => {
  it('is refused when it is public and the access block blocks public policies', () => {
    const values = { bucket: 'site', policy: policyOf({}) };
    assert.equal(
      refusal(s3BucketPolicy, values, blocked(true)),
      'AccessDenied: User: arn:aws:iam::123456789012:root is not authorized to perform: s3:PutBucketPolicy on resource: ' +
        '"arn:aws:s3:::site" because public policies are blocked by the BlockPublicPolicy block public access setting',
    );
    assert.equal(refusal(s3BucketPolicy, values, blocked(false)), undefined);
  });

  it('is refused when it is public and the bucket is as new', () => {
    const cloud = fakeCloud({ applied: BUCKET });
    assert.match(
      refusal(s3BucketPolicy, { bucket: 'site', policy: policyOf({}) }, cloud) ?? '',
      /BlockPublicPolicy/,
    );
    const own = policyOf({ Principal: { AWS: 'arn:aws:iam::123456789012:root' } });
    assert.equal(refusal(s3BucketPolicy, { bucket: 'site', policy: own }, cloud), undefined);
  });

  it('must be a policy for its bucket', () => {
    const problemOf = (policy: string): string =>
      refusal(s3BucketPolicy, { bucket: 'site', policy }, blocked(false)) ?? '';
    assert.match(problemOf('no JSON'), /^MalformedPolicy: Policies must be valid JSON/);
    assert.match(problemOf('{}'), /Missing required field Statement/);
    assert.match(
      problemOf('{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'),
      /Missing required field Principal/,
    );
    assert.match(
      problemOf(policyOf({ Resource: 'arn:aws:s3:::other/*' })),
      /Policy has invalid resource: "arn:aws:s3:::other/,
    );
    assert.match(
      problemOf(policyOf({ Resource: 'arn:aws:s3:::site' })),
      /Action does not apply to any resource\(s\) in statement/,
    );
    assert.equal(
      problemOf(policyOf({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::site' })),
      '',
    );
  });
});

describe('aws_s3_bucket_website_configuration', () => {
  const cloud = fakeCloud({ applied: BUCKET });

  it('answers where the local cloud answers', () => {
    const made = s3BucketWebsiteConfiguration.create({ bucket: 'site' }, cloud);
    assert.deepEqual(made, {
      id: 'site',
      website_domain: 'localhost:4200',
      website_endpoint: 'localhost:4200',
    });
  });

  it('needs an index document or a redirect, and not both', () => {
    const problemOf = (values: SettledValues): string | undefined =>
      refusal(s3BucketWebsiteConfiguration, { bucket: 'site', ...values }, cloud);
    assert.equal(problemOf({ index_document: [{ suffix: 'index.html' }] }), undefined);
    assert.equal(
      problemOf({ redirect_all_requests_to: [{ host_name: 'example.com' }] }),
      undefined,
    );
    assert.match(problemOf({}) ?? '', /A value for IndexDocument Suffix must be provided/);
    assert.match(
      problemOf({ index_document: [{ suffix: 'a/index.html' }] }) ?? '',
      /is not well formed/,
    );
    const both = {
      index_document: [{ suffix: 'index.html' }],
      redirect_all_requests_to: [{ host_name: 'example.com' }],
    };
    assert.match(problemOf(both) ?? '', /conflicts with index_document/);
    const rules = { index_document: [{ suffix: 'index.html' }], routing_rules: '{}' };
    assert.match(problemOf(rules) ?? '', /invalid JSON/);
    assert.equal(problemOf({ ...rules, routing_rules: '[]' }), undefined);
  });
});

describe('aws_s3_bucket_versioning', () => {
  const withStatus = (status: string): SettledValues => ({
    id: 'site',
    bucket: 'site',
    versioning_configuration: [{ status }],
  });

  it('cannot be taken back, only suspended', () => {
    const cloud = fakeCloud({
      applied: { ...BUCKET, aws_s3_bucket_versioning: [withStatus('Enabled')] },
    });
    assert.equal(
      refusal(s3BucketVersioning, withStatus('Disabled'), cloud),
      `versioning_configuration.status cannot be updated from 'Enabled' to 'Disabled'`,
    );
    assert.equal(refusal(s3BucketVersioning, withStatus('Suspended'), cloud), undefined);
    assert.equal(
      refusal(s3BucketVersioning, withStatus('Disabled'), fakeCloud({ applied: BUCKET })),
      undefined,
    );
  });
});
