import type { ResourceFacts } from '../../resource/resource-facts';
import { textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { bucketExists } from './bucket-exists';

export const s3BucketOwnershipControls: ResourceFacts = {
  type: 'aws_s3_bucket_ownership_controls',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket_ownership_controls.go at f128c8c71c (2026, after v6.25.0), whose arguments the changelog of ' +
    'v6.0.0 to v6.25.0 does not change',
  forceNew: ['bucket'],
  allowed: {
    'rule.object_ownership': ['BucketOwnerPreferred', 'ObjectWriter', 'BucketOwnerEnforced'],
  },
  conflict: silentOverwrite('The ownership controls of bucket'),
  create: (values) => ({ id: textOf(values, 'bucket') ?? '' }),
  checks: [bucketExists],
};
