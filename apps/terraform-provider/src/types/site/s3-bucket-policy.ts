import type { ResourceFacts } from '../../resource/resource-facts';
import { textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { bucketExists } from './bucket-exists';
import { bucketPolicyProblem } from './bucket-policy-problem';

export const s3BucketPolicy: ResourceFacts = {
  type: 'aws_s3_bucket_policy',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket_policy.go at 0073593e7d (v6)',
  forceNew: ['bucket'],
  conflict: silentOverwrite('The policy of bucket'),
  create: (values) => ({ id: textOf(values, 'bucket') ?? '' }),
  checks: [
    bucketExists,
    (values, cloud) =>
      bucketPolicyProblem(textOf(values, 'bucket') ?? '', textOf(values, 'policy') ?? '', cloud),
  ],
};
