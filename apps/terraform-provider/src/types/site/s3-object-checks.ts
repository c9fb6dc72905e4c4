import type { Cloud } from '../../resource/cloud';
import type { Check } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf, isValues, textOf } from '../reading';
import { bucketExists } from './bucket-exists';

/** Where the content of an object may come from. */
export const CONTENT_ARGUMENTS = ['source', 'content', 'content_base64'] as const;

export const S3_OBJECT_CHECKS: readonly Check[] = [
  bucketExists,
  hasOneContent,
  takesTheAcl,
  metadataIsLowerCase,
  hasFewTags,
];

function hasOneContent(values: SettledValues): string | undefined {
  const [first, second] = CONTENT_ARGUMENTS.filter((name) => textOf(values, name) !== undefined);
  return first === undefined || second === undefined
    ? undefined
    : `"${second}": conflicts with ${first}`;
}

/** Source: S3 User Guide, "Controlling ownership of objects": new buckets have no ACLs. */
function takesTheAcl(values: SettledValues, cloud: Cloud): string | undefined {
  const acl = textOf(values, 'acl');
  if (acl === undefined || acl === 'bucket-owner-full-control') return undefined;
  const controls = cloud.find('aws_s3_bucket_ownership_controls', textOf(values, 'bucket') ?? '');
  const ownership =
    controls === undefined ? undefined : blocksOf(controls, 'rule')[0]?.object_ownership;
  if (ownership !== undefined && ownership !== 'BucketOwnerEnforced') return undefined;
  return `AccessControlListNotSupported: The bucket does not allow ACLs: "${acl}"`;
}

function metadataIsLowerCase(values: SettledValues): string | undefined {
  const metadata = values.metadata;
  const offending = isValues(metadata)
    ? Object.keys(metadata).find((name) => name !== name.toLowerCase())
    : undefined;
  return offending === undefined
    ? undefined
    : `Metadata must be lowercase only. Offending key: "${offending}"`;
}

/** The tags of the provider's default_tags count. Source: S3 User Guide, "Categorizing your objects using tags". */
function hasFewTags(values: SettledValues): string | undefined {
  const tags = values.tags_all;
  const count = isValues(tags) ? Object.keys(tags).length : 0;
  return count <= 10
    ? undefined
    : `BadRequest: Object tags cannot be greater than 10: "${textOf(values, 'key') ?? ''}" has ${String(count)}`;
}
