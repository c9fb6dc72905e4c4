import type { CollectedParts } from './collect-parts';
import { atMostOne, groupByOwner, ownAndOthers } from './group-by-owner';
import type { Bucket } from './model-site';
import { withoutUndefined } from './without-undefined';

export function assembleBuckets(parts: CollectedParts): readonly Bucket[] {
  const buckets = parts.of('aws_s3_bucket');
  const names = buckets.map(({ name }) => name);
  const policyOf = groupByOwner(parts.of('aws_s3_bucket_policy'), names, 'bucket', parts.problems);
  const blockOf = groupByOwner(
    parts.of('aws_s3_bucket_public_access_block'),
    names,
    'bucket',
    parts.problems,
  );
  const websiteOf = groupByOwner(
    parts.of('aws_s3_bucket_website_configuration'),
    names,
    'bucket',
    parts.problems,
  );
  const objectsOf = groupByOwner(parts.of('aws_s3_object'), names, 'bucket', parts.problems);
  return buckets.map(({ policy, ...bucket }) => {
    const policies = ownAndOthers(
      parts,
      policy === undefined ? [] : [policy],
      policyOf(bucket.name),
    );
    const { address } = bucket;
    const only = <T>(values: readonly T[], what: string): T | undefined =>
      atMostOne(values, { what, address, problems: parts.problems });
    return {
      ...bucket,
      objects: objectsOf(bucket.name),
      ...withoutUndefined({
        policy: only(policies, 'The policy of'),
        publicAccessBlock: only(blockOf(bucket.name), 'The public access block of'),
        website: only(websiteOf(bucket.name), 'The website of'),
      }),
    };
  });
}
