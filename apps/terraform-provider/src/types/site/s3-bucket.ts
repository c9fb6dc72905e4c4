import type { Cloud } from '../../resource/cloud';
import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { NAME_SUFFIX_LENGTH, generatedName, prefixOfName } from '../generated-name';
import { blocksOf, textOf } from '../reading';
import { bucketPolicyProblem } from './bucket-policy-problem';
import { WEBSITE_HOSTED_ZONES } from './hosted-zones';
import { NEW_BUCKET } from './new-bucket';
import { websiteHost } from './website-host';

export const s3Bucket: ResourceFacts = {
  type: 'aws_s3_bucket',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket.go of v5.99 (2025); `bucket_region` and the argument `region` from the v6 upgrade guide ' +
    'and the changelog, which up to v6.25.0 changes no other argument',
  optionalComputed: [
    'acceleration_status',
    'acl',
    'bucket',
    'bucket_prefix',
    'cors_rule',
    'grant',
    'lifecycle_rule',
    'lifecycle_rule.id',
    'logging',
    'object_lock_configuration',
    'object_lock_enabled',
    'policy',
    'replication_configuration',
    'request_payer',
    'server_side_encryption_configuration',
    'versioning',
    'website',
  ],
  forceNew: [
    'bucket',
    'bucket_prefix',
    'object_lock_enabled',
    'object_lock_configuration.object_lock_enabled',
  ],
  defaults: {
    force_destroy: false,
    'replication_configuration.rules.destination.metrics.minutes': 15,
    'replication_configuration.rules.destination.metrics.status': 'Enabled',
    'replication_configuration.rules.destination.replication_time.minutes': 15,
    'replication_configuration.rules.destination.replication_time.status': 'Enabled',
    'versioning.enabled': false,
    'versioning.mfa_delete': false,
  },
  allowed: {
    acceleration_status: ['Enabled', 'Suspended'],
    acl: [
      'private',
      'public-read',
      'public-read-write',
      'authenticated-read',
      'aws-exec-read',
      'log-delivery-write',
    ],
    'grant.permissions': ['FULL_CONTROL', 'WRITE', 'WRITE_ACP', 'READ', 'READ_ACP'],
    'grant.type': ['CanonicalUser', 'Group'],
    'object_lock_configuration.object_lock_enabled': ['Enabled'],
    'object_lock_configuration.rule.default_retention.mode': ['GOVERNANCE', 'COMPLIANCE'],
    'replication_configuration.rules.status': ['Enabled', 'Disabled'],
    request_payer: ['Requester', 'BucketOwner'],
    'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm':
      ['AES256', 'aws:fsx', 'aws:kms', 'aws:kms:dsse'],
  },
  changesWith: { website_domain: ['website'], website_endpoint: ['website'] },
  conflict: () =>
    'BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.',
  create(values, cloud) {
    const bucket = generatedName(values, cloud, { name: 'bucket', prefix: 'bucket_prefix' });
    return {
      id: bucket,
      bucket,
      bucket_prefix: prefixOfName(bucket),
      arn: `arn:aws:s3:::${bucket}`,
      bucket_domain_name: `${bucket}.s3.amazonaws.com`,
      bucket_regional_domain_name: `${bucket}.s3.${cloud.region}.amazonaws.com`,
      bucket_region: cloud.region,
      hosted_zone_id: WEBSITE_HOSTED_ZONES[cloud.region] ?? '',
      ...NEW_BUCKET,
      ...describeWebsite(values, cloud),
    };
  },
  update: (values, _prior, cloud) => describeWebsite(values, cloud),
  checks: [nameIsValid, takesTheAcl, takesThePolicy],
  mayDelete(values, cloud) {
    const objects = cloud.all('aws_s3_object').filter((object) => object.bucket === values.id);
    if (objects.length === 0 || values.force_destroy === true) return undefined;
    return `BucketNotEmpty: The bucket you tried to delete is not empty (${String(objects.length)} objects, force_destroy is false)`;
  },
};

/** Only a `website` block in the bucket itself gives it an endpoint; the separate resource has its own. */
function describeWebsite(values: SettledValues, cloud: Cloud): SettledValues {
  const host = blocksOf(values, 'website').length > 0 ? websiteHost(cloud) : '';
  return { website_domain: host, website_endpoint: host };
}

function nameIsValid(values: SettledValues): string | undefined {
  const prefix = textOf(values, 'bucket_prefix');
  const name =
    textOf(values, 'bucket') ??
    (prefix === undefined ? undefined : prefix + '0'.repeat(NAME_SUFFIX_LENGTH));
  if (name === undefined) return undefined;
  const valid =
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !name.includes('..') &&
    !/^(\d{1,3}\.){3}\d{1,3}$/.test(name);
  if (valid) return undefined;
  return (
    `InvalidBucketName: The specified bucket is not valid: "${name}" must have 3 to 63 characters of a-z, 0-9, "-" and ".", ` +
    `begin and end with a letter or digit, and be no IP address`
  );
}

/** Source: S3 User Guide, "Controlling ownership of objects": new buckets have no ACLs. */
function takesTheAcl(values: SettledValues): string | undefined {
  const acl = textOf(values, 'acl');
  if (acl === undefined || acl === 'private') return undefined;
  return `InvalidBucketAclWithObjectOwnership: Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting: "${acl}"`;
}

function takesThePolicy(values: SettledValues, cloud: Cloud): string | undefined {
  const bucket = textOf(values, 'bucket');
  const policy = textOf(values, 'policy');
  return bucket === undefined || policy === undefined
    ? undefined
    : bucketPolicyProblem(bucket, policy, cloud);
}
