import type { ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import { bucketExists } from './bucket-exists';
import { bucketSettingId } from './bucket-setting-id';

export const s3BucketServerSideEncryptionConfiguration: ResourceFacts = {
  type: 'aws_s3_bucket_server_side_encryption_configuration',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket_server_side_encryption_configuration.go at 01606926a0 (v6, before ' +
    'v6.31 made expected_bucket_owner a conditional replacement); blocked_encryption_types from the same file of v6.3x',
  forceNew: ['bucket', 'expected_bucket_owner'],
  allowed: {
    'rule.apply_server_side_encryption_by_default.sse_algorithm': [
      'AES256',
      'aws:fsx',
      'aws:kms',
      'aws:kms:dsse',
    ],
    'rule.blocked_encryption_types': ['NONE', 'SSE-C'],
  },
  conflict: silentOverwrite('The encryption configuration of bucket'),
  create: (values) => ({ id: bucketSettingId(values) }),
  checks: [bucketExists],
};
