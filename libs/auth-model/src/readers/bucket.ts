import type { PolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asText } from '../json-types';
import type { Bucket, BucketObject, PublicAccessBlock, Website } from '../model-site';
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
    ...withoutUndefined({ policy: block.value('policy', asPolicy(policyName(name))) }),
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
  const policy = block.value('policy', asPolicy(policyName(owner)));
  if (policy === undefined) {
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${block.where('policy')} is missing. Set it.`,
    );
  }
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

/** Source: S3 API reference, "PutBucketWebsite". */
export function readWebsite(block: BlockReader): Owned<Website> {
  block.ignore('expected_bucket_owner');
  block.told('website_domain', 'website_endpoint');
  block.refuse('redirect_all_requests_to', 'a website that only redirects has no files to serve');
  block.unsupported('routing_rule', 'redirection rules are not followed');
  block.unsupported('routing_rules', 'redirection rules are not followed');
  const index = block.block('index_document');
  if (index === undefined) {
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${block.where('index_document')} is missing. Set it.`,
    );
  }
  const error = block.block('error_document');
  const value = {
    endpoint: block.computed('website_endpoint'),
    indexDocument: index.text('suffix'),
    ...withoutUndefined({ errorDocument: error?.text('key') }),
  };
  for (const read of [index, error]) read?.end();
  return { address: block.address, owner: block.text('bucket'), value };
}

/** Source: S3 API reference, "PutObject". */
export function readBucketObject(block: BlockReader): Owned<BucketObject> {
  // Change detection, upkeep and encryption at rest.
  block.ignore(
    'bucket_key_enabled',
    'checksum_algorithm',
    'etag',
    'force_destroy',
    'kms_key_id',
    'override_provider',
  );
  block.ignore(
    'object_lock_legal_hold_status',
    'object_lock_mode',
    'object_lock_retain_until_date',
  );
  block.ignore('server_side_encryption', 'source_hash', 'storage_class');
  block.told('arn', 'checksum_crc32', 'checksum_crc32c', 'checksum_crc64nvme');
  block.told('checksum_sha1', 'checksum_sha256', 'version_id');
  block.refuse('content_base64', 'objects are a file or text');
  block.unsupported('acl', 'access control lists are not weighed, only policies');
  block.unsupported('content_disposition', 'this header is not sent');
  block.unsupported('content_encoding', 'this header is not sent');
  block.unsupported('content_language', 'this header is not sent');
  block.unsupported('metadata', 'no headers of its own are sent');
  block.unsupported('website_redirect', 'objects are served, not redirected');
  const source = block.optional('source', asText);
  const text = block.optional('content', asText);
  // An object of no bytes: in a state, its text reads as not set.
  const content = block.isState && source === undefined ? (text ?? '') : text;
  if ((source === undefined) === (content === undefined)) {
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${block.where('source')} must be set, or content in its place, and never both.`,
    );
  }
  const value = {
    address: block.address,
    key: block.text('key'),
    ...withoutUndefined({
      source,
      content,
      contentType: block.optional('content_type', asText),
      cacheControl: block.optional('cache_control', asText),
    }),
  };
  return { address: block.address, owner: block.text('bucket'), value };
}
