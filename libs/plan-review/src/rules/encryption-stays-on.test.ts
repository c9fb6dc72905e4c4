import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf } from '../testing/check-rule';
import { encryptionStaysOn } from './encryption-stays-on';

const check = (base: JsonObject, head: JsonObject): readonly string[] =>
  verdictsOf(
    encryptionStaysOn,
    { aws_cloudwatch_log_group: { calls: base } },
    { aws_cloudwatch_log_group: { calls: head } },
  ).map((line) => line.replace('aws_cloudwatch_log_group.calls: ', ''));

test('reports a key that is taken away, also where it is another resource’s attribute', () => {
  const key = { aws_kms_key: { logs: { description: 'logs' } } };
  const group = (args: JsonObject) => ({ ...key, aws_cloudwatch_log_group: { calls: args } });
  const before = group({ kms_key_id: '${aws_kms_key.logs.arn}' });
  const [line = '', ...others] = verdictsOf(encryptionStaysOn, before, group({}));
  assert.match(line, /calls: `kms_key_id` is `not set`, and was `/);
  assert.deepEqual(others, []);
});

test('reports TLS that is not demanded any more', () => {
  const site = (viewer_protocol_policy: string) => ({
    aws_cloudfront_distribution: { site: { default_cache_behavior: { viewer_protocol_policy } } },
  });
  assert.deepEqual(verdictsOf(encryptionStaysOn, site('redirect-to-https'), site('allow-all')), [
    'aws_cloudfront_distribution.site: `default_cache_behavior.viewer_protocol_policy` is `allow-all`, and was `redirect-to-https`',
  ]);
  assert.deepEqual(verdictsOf(encryptionStaysOn, site('allow-all'), site('https-only')), []);
});

test('says nothing of another key, nor of a new one', () => {
  assert.deepEqual(
    check(
      { kms_key_id: 'arn:aws:kms:us-west-2:1:key/a' },
      { kms_key_id: 'arn:aws:kms:us-west-2:1:key/b' },
    ),
    [],
  );
});

test('reports a bucket that keeps its objects by a weaker key', () => {
  const bucket = (sse_algorithm: string) => ({
    aws_s3_bucket_server_side_encryption_configuration: {
      site: { rule: [{ apply_server_side_encryption_by_default: { sse_algorithm } }] },
    },
  });
  assert.equal(verdictsOf(encryptionStaysOn, bucket('aws:kms'), bucket('AES256')).length, 1);
  assert.deepEqual(verdictsOf(encryptionStaysOn, bucket('AES256'), bucket('aws:kms')), []);
});
