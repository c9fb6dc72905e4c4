import type { ResourceFacts } from '../../resource/resource-facts';
import { textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { bucketExists } from './bucket-exists';

export const s3BucketOwnershipControls: ResourceFacts = {
  type: 'aws_s3_bucket_ownership_controls',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket_ownership_controls.go of v5 (the arguments are unchanged in v6)',
  forceNew: ['bucket'],
  allowed: {
    'rule.object_ownership': ['BucketOwnerPreferred', 'ObjectWriter', 'BucketOwnerEnforced'],
  },
  conflict: silentOverwrite('The ownership controls of bucket'),
  create: (values) => ({ id: textOf(values, 'bucket') ?? '' }),
  checks: [bucketExists],
};
