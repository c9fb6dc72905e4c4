import { createHash } from 'node:crypto';

import type { Cloud } from '../../resource/cloud';
import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf, textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { CONTENT_ARGUMENTS, S3_OBJECT_CHECKS } from './s3-object-checks';
import { STORAGE_CLASSES } from './storage-classes';

const HAS_NEW_CONTENT = [...CONTENT_ARGUMENTS, 'source_hash'];

/** With these the object is sent again. Source: same file, hasObjectContentChanges. */
const SENDS_AGAIN = [
  ...HAS_NEW_CONTENT,
  'bucket_key_enabled',
  'cache_control',
  'checksum_algorithm',
  'content_disposition',
  'content_encoding',
  'content_language',
  'content_type',
  'etag',
  'kms_key_id',
  'metadata',
  'server_side_encryption',
  'storage_class',
  'website_redirect',
];

/** S3 shows only the checksum that was asked for; of those, the stand-in computes SHA-256. */
const NO_CHECKSUMS = {
  checksum_crc32: '',
  checksum_crc32c: '',
  checksum_crc64nvme: '',
  checksum_sha1: '',
};

export const s3Object: ResourceFacts = {
  type: 'aws_s3_object',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/object.go at 033c721bf1 (v6.2x, 2025)',
  optionalComputed: [
    'acl',
    'bucket_key_enabled',
    'content_type',
    'etag',
    'kms_key_id',
    'server_side_encryption',
    'storage_class',
  ],
  forceNew: ['bucket', 'key'],
  defaults: { force_destroy: false },
  allowed: {
    acl: [
      'private',
      'public-read',
      'public-read-write',
      'authenticated-read',
      'aws-exec-read',
      'bucket-owner-read',
      'bucket-owner-full-control',
    ],
    checksum_algorithm: ['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'],
    object_lock_legal_hold_status: ['ON', 'OFF'],
    object_lock_mode: ['GOVERNANCE', 'COMPLIANCE'],
    server_side_encryption: ['AES256', 'aws:fsx', 'aws:kms', 'aws:kms:dsse'],
    storage_class: STORAGE_CLASSES,
  },
  // The real provider plans a new version_id only, and then finds another etag than it planned. Here what is planned is kept.
  changesWith: {
    version_id: SENDS_AGAIN,
    etag: HAS_NEW_CONTENT,
    checksum_sha256: [...HAS_NEW_CONTENT, 'checksum_algorithm'],
  },
  content: 'source',
  conflict: silentOverwrite('S3 object'),
  create: (values, cloud) => ({
    id: idOf(values),
    arn: `arn:aws:s3:::${textOf(values, 'bucket') ?? ''}/${storedKey(values)}`,
    bucket_key_enabled: values.bucket_key_enabled ?? false,
    // What the provider's SDK sends where nothing is said, which S3 keeps. Source: provider's object_test.go, TestAccS3Object_basic.
    content_type: textOf(values, 'content_type') ?? 'application/octet-stream',
    server_side_encryption:
      textOf(values, 'server_side_encryption') ?? defaultEncryption(values, cloud),
    storage_class: textOf(values, 'storage_class') ?? 'STANDARD',
    ...NO_CHECKSUMS,
    ...describeContent(values, cloud),
  }),
  update: (values, _prior, cloud) => describeContent(values, cloud),
  checks: S3_OBJECT_CHECKS,
  importId: (named) => named.replace(/^s3:\/\//, ''),
};

function idOf(values: SettledValues): string {
  return `${textOf(values, 'bucket') ?? ''}/${textOf(values, 'key') ?? ''}`;
}

/** Source: same file, sdkv1CompatibleCleanKey. */
function storedKey(values: SettledValues): string {
  const key = textOf(values, 'key') ?? '';
  return key.replace(/^\.\//, '').replace(/^\/+/, '').replace(/\/+/g, '/');
}

function describeContent(values: SettledValues, cloud: Cloud): SettledValues {
  const inline = inlineContent(values);
  const etag = cloud.content?.md5Hex ?? createHash('md5').update(inline).digest('hex');
  const sha256 =
    cloud.content?.sha256Base64 ?? createHash('sha256').update(inline).digest('base64');
  return {
    etag,
    checksum_sha256: values.checksum_algorithm === 'SHA256' ? sha256 : '',
    version_id: isVersioned(values, cloud)
      ? cloud.newId('guid', `${idOf(values)}/${etag}`).replaceAll('-', '')
      : '',
  };
}

function inlineContent(values: SettledValues): Buffer {
  const base64 = textOf(values, 'content_base64');
  return base64 === undefined
    ? Buffer.from(textOf(values, 'content') ?? '')
    : Buffer.from(base64, 'base64');
}

function isVersioned(values: SettledValues, cloud: Cloud): boolean {
  const versioning = cloud.find('aws_s3_bucket_versioning', textOf(values, 'bucket') ?? '');
  return (
    versioning !== undefined &&
    blocksOf(versioning, 'versioning_configuration')[0]?.status === 'Enabled'
  );
}

function defaultEncryption(values: SettledValues, cloud: Cloud): string {
  const configuration = cloud.find(
    'aws_s3_bucket_server_side_encryption_configuration',
    textOf(values, 'bucket') ?? '',
  );
  const [rule] = configuration === undefined ? [] : blocksOf(configuration, 'rule');
  const [byDefault] =
    rule === undefined ? [] : blocksOf(rule, 'apply_server_side_encryption_by_default');
  return (byDefault === undefined ? undefined : textOf(byDefault, 'sse_algorithm')) ?? 'AES256';
}
