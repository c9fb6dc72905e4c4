import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { assertRefused } from '../testing/assert-refused';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';

const modelWith = (...bodies: readonly (readonly [string, JsonObject])[]) =>
  modelOf(
    bodies.reduce((stack, [address, body]) => withResource(stack, address, body), stackJson()),
  );

test('puts a bucket together with its policy, website, block and objects', () => {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: '${aws_s3_bucket.site.arn}/*',
      },
    ],
  });
  const bucket = '${aws_s3_bucket.site.bucket}';
  const read = modelWith(
    ['aws_s3_bucket.site', { bucket: 'site', force_destroy: true }],
    ['aws_s3_bucket_policy.site', { bucket, policy }],
    [
      'aws_s3_bucket_public_access_block.site',
      { bucket, block_public_policy: false, block_public_acls: true },
    ],
    [
      'aws_s3_bucket_website_configuration.site',
      { bucket, index_document: [{ suffix: 'index.html' }] },
    ],
    [
      'aws_s3_object.a',
      {
        bucket,
        key: 'a.txt',
        content: '$${literal} ${aws_iam_role.member.name}',
        content_type: 'text/plain',
      },
    ],
    ['aws_s3_object.b', { bucket, key: 'b.js', source: 'assets/b.js', source_hash: 'x' }],
  ).buckets[0];
  assert.equal(read?.policy?.kind, 'known');
  assert.deepEqual(read.publicAccessBlock, {
    blockPublicPolicy: false,
    restrictPublicBuckets: false,
  });
  assert.deepEqual(read.website, {
    endpoint: 'site.s3-website-us-west-2.amazonaws.com',
    indexDocument: 'index.html',
    routingRules: [],
  });
  assert.deepEqual(read.objects, [
    {
      address: 'aws_s3_object.a',
      key: 'a.txt',
      content: '${literal} dev-member',
      contentType: 'text/plain',
    },
    { address: 'aws_s3_object.b', key: 'b.js', source: 'assets/b.js' },
  ]);
});

test('refuses an object with two bodies, or none', () => {
  const object = (body: JsonObject) => () =>
    modelWith(
      ['aws_s3_bucket.site', { bucket: 'site' }],
      ['aws_s3_object.a', { bucket: 'site', key: 'a', ...body }],
    );
  assertRefused(object({}), 'ERR_MODEL_INVALID_VALUE', 'aws_s3_object.a.source');
  assertRefused(
    object({ source: 'a', content: 'b' }),
    'ERR_MODEL_INVALID_VALUE',
    'aws_s3_object.a.source',
  );
});
