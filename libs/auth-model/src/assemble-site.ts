import type { CollectedParts } from './collect-parts';
import { atMostOne, groupByOwner, ownAndOthers } from './group-by-owner';
import type { Bucket } from './model-site';
import { withoutUndefined } from './without-undefined';

export function assembleBuckets(parts: CollectedParts): readonly Bucket[] {
  const buckets = parts.of('aws_s3_bucket');
  const names = buckets.map(({ name }) => name);
  const policyOf = groupByOwner(parts.of('aws_s3_bucket_policy'), names, 'bucket');
  const blockOf = groupByOwner(parts.of('aws_s3_bucket_public_access_block'), names, 'bucket');
  const websiteOf = groupByOwner(parts.of('aws_s3_bucket_website_configuration'), names, 'bucket');
  const objectsOf = groupByOwner(parts.of('aws_s3_object'), names, 'bucket');
  return buckets.map(({ policy, ...bucket }) => {
    const policies = ownAndOthers(
      parts,
      policy === undefined ? [] : [policy],
      policyOf(bucket.name),
    );
    return {
      ...bucket,
      objects: objectsOf(bucket.name),
      ...withoutUndefined({
        policy: atMostOne(policies, `The policy of ${bucket.address}`),
        publicAccessBlock: atMostOne(
          blockOf(bucket.name),
          `The public access block of ${bucket.address}`,
        ),
        website: atMostOne(websiteOf(bucket.name), `The website of ${bucket.address}`),
      }),
    };
  });
}
