import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { textOf } from '../reading';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { s3Bucket } from './s3-bucket';

const PUBLIC = JSON.stringify({
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::site/*' },
  ],
});

describe('aws_s3_bucket', () => {
  it('has the names that S3 makes of the bucket and the region', () => {
    const made = s3Bucket.create({ bucket: 'site' }, fakeCloud({ region: 'eu-central-1' }));
    assert.equal(made.id, 'site');
    assert.equal(made.arn, 'arn:aws:s3:::site');
    assert.equal(made.bucket_domain_name, 'site.s3.amazonaws.com');
    assert.equal(made.bucket_regional_domain_name, 'site.s3.eu-central-1.amazonaws.com');
    assert.equal(made.bucket_region, 'eu-central-1');
    assert.equal(made.hosted_zone_id, 'Z21DNDUVLTQW6Q');
    assert.equal(made.bucket_prefix, '');
  });

  it('is in the hosted zone of us-west-2', () => {
    assert.equal(s3Bucket.create({ bucket: 'site' }, fakeCloud()).hosted_zone_id, 'Z3BJ6K6RIION7M');
  });

  it('makes a name of the prefix, or of "terraform-"', () => {
    const prefixed = s3Bucket.create({ bucket: null, bucket_prefix: 'site-' }, fakeCloud());
    assert.match(textOf(prefixed, 'bucket') ?? '', /^site-\d{26}$/);
    assert.equal(prefixed.bucket_prefix, 'site-');
    assert.match(textOf(s3Bucket.create({}, fakeCloud()), 'id') ?? '', /^terraform-\d{26}$/);
  });

  it('has a website endpoint only with a website block of its own', () => {
    assert.equal(s3Bucket.create({ bucket: 'site' }, fakeCloud()).website_endpoint, '');
    const website = s3Bucket.create(
      { bucket: 'site', website: [{ index_document: 'index.html' }] },
      fakeCloud(),
    );
    assert.equal(website.website_endpoint, 'localhost:4200');
  });

  it('accepts the names that S3 accepts and refuses the others', () => {
    for (const bucket of ['site', 'gatehouse-dev-site-123456789012', 'a.b'])
      assert.equal(refusal(s3Bucket, { bucket }, fakeCloud()), undefined, bucket);
    for (const bucket of [
      'ab',
      'Site',
      'my_site',
      '-site',
      'site.',
      'a..b',
      '192.0.2.1',
      'x'.repeat(64),
    ])
      assert.match(
        refusal(s3Bucket, { bucket }, fakeCloud()) ?? '',
        /^InvalidBucketName: /,
        bucket,
      );
  });

  it('refuses a prefix that leaves no room for the rest of the name', () => {
    assert.equal(
      refusal(s3Bucket, { bucket: null, bucket_prefix: 'x'.repeat(37) }, fakeCloud()),
      undefined,
    );
    assert.match(
      refusal(s3Bucket, { bucket: null, bucket_prefix: 'x'.repeat(38) }, fakeCloud()) ?? '',
      /^InvalidBucketName/,
    );
  });

  it('refuses ACLs, which new buckets do not have', () => {
    assert.equal(refusal(s3Bucket, { bucket: 'site', acl: 'private' }, fakeCloud()), undefined);
    assert.match(
      refusal(s3Bucket, { bucket: 'site', acl: 'public-read' }, fakeCloud()) ?? '',
      /^InvalidBucketAclWithObjectOwnership/,
    );
  });

  it('refuses a public policy in the bucket itself, which comes before any access block', () => {
    assert.match(
      refusal(s3Bucket, { bucket: 'site', policy: PUBLIC }, fakeCloud()) ?? '',
      /^AccessDenied: /,
    );
  });

  it('says in S3’s words that there is one already', () => {
    assert.match(s3Bucket.conflict?.('site') ?? '', /^BucketAlreadyOwnedByYou: /);
  });

  it('may be deleted when it is empty, or with force_destroy', () => {
    const full = fakeCloud({ applied: { aws_s3_object: [{ id: 'site/a', bucket: 'site' }] } });
    assert.match(
      s3Bucket.mayDelete?.({ id: 'site', force_destroy: false }, full) ?? '',
      /^BucketNotEmpty: .*1 objects/,
    );
    assert.equal(s3Bucket.mayDelete?.({ id: 'site', force_destroy: true }, full), undefined);
    assert.equal(s3Bucket.mayDelete?.({ id: 'other', force_destroy: false }, full), undefined);
  });
});
