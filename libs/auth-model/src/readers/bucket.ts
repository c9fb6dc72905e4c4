import type { PolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

import type { BlockReader } from '../block-reader';
import type { Bucket, PublicAccessBlock } from '../model-site';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';
import { asPolicy } from './policy';

export type BucketPart = Omit<Bucket, 'publicAccessBlock' | 'website' | 'objects'>;

/** Source: S3 API reference, "CreateBucket". */
export function readBucket(block: BlockReader): BucketPart {
  // Billing, speed, retention and upkeep: none changes who may read, or what.
  block.ignore(
    'acceleration_status',
    'force_destroy',
    'lifecycle_rule',
    'logging',
    'object_lock_configuration',
  );
  block.ignore('object_lock_enabled', 'replication_configuration', 'request_payer');
  block.ignore('server_side_encryption_configuration', 'versioning');
  refuseOwnWebsite(block);
  block.told('arn', 'bucket_domain_name', 'bucket_prefix', 'bucket_region');
  block.told('bucket_regional_domain_name', 'hosted_zone_id', 'website_domain', 'website_endpoint');
  block.unsupported('acl', 'access control lists are not weighed, only policies');
  // In a state: the owner's own, which every bucket has.
  block.told('grant');
  if (!block.isState)
    block.unsupported('grant', 'access control lists are not weighed, only policies');
  block.unsupported('cors_rule', 'the website answers without CORS headers');
  const name = block.text('bucket');
  return {
    address: block.address,
    name,
    arn: block.computed('arn'),
    ...withoutUndefined({ policy: block.value('policy', asPolicy(policyName(name), 'resource')) }),
  };
}

/** A state repeats the website's own resource here. */
function refuseOwnWebsite(block: BlockReader): void {
  block.told('website');
  if (block.isState) return;
  block.refuse(
    'website',
    'a website is a resource of its own, aws_s3_bucket_website_configuration',
  );
}

export function readBucketPolicy(block: BlockReader): Owned<Value<PolicyDocument>> {
  const owner = block.text('bucket');
  const policy = block.requiredValue('policy', asPolicy(policyName(owner), 'resource'));
  return { address: block.address, owner, value: policy };
}

const policyName = (bucketName: string): string => `policy of bucket ${bucketName}`;

/** The provider sends false for what is left out. Source: S3 API reference, "PutPublicAccessBlock". */
export function readPublicAccessBlock(block: BlockReader): Owned<PublicAccessBlock> {
  // Access control lists are not weighed at all.
  block.ignore('block_public_acls', 'ignore_public_acls', 'skip_destroy');
  const value = {
    blockPublicPolicy: block.boolean('block_public_policy', false),
    restrictPublicBuckets: block.boolean('restrict_public_buckets', false),
  };
  return { address: block.address, owner: block.text('bucket'), value };
}
