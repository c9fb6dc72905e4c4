import type { ResourceFacts } from '../../resource/resource-facts';
import { textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { bucketExists } from './bucket-exists';

export const s3BucketPublicAccessBlock: ResourceFacts = {
  type: 'aws_s3_bucket_public_access_block',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket_public_access_block.go at 01606926a0 (v6)',
  forceNew: ['bucket'],
  defaults: {
    block_public_acls: false,
    block_public_policy: false,
    ignore_public_acls: false,
    restrict_public_buckets: false,
  },
  conflict: silentOverwrite('The public access block of bucket'),
  create: (values) => ({ id: textOf(values, 'bucket') ?? '' }),
  checks: [bucketExists],
};
