import type { Cloud } from '../../resource/cloud';
import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf, textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { bucketExists } from './bucket-exists';
import { bucketSettingId } from './bucket-setting-id';

export const s3BucketVersioning: ResourceFacts = {
  type: 'aws_s3_bucket_versioning',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket_versioning.go at 033c721bf1 (v6.2x, 2025)',
  optionalComputed: ['versioning_configuration.mfa_delete'],
  forceNew: ['bucket', 'expected_bucket_owner'],
  allowed: {
    'versioning_configuration.mfa_delete': ['Enabled', 'Disabled'],
    'versioning_configuration.status': ['Enabled', 'Suspended', 'Disabled'],
  },
  conflict: silentOverwrite('The versioning of bucket'),
  create: (values) => ({ id: bucketSettingId(values) }),
  checks: [bucketExists, staysVersioned],
};

/** A bucket that was versioned can only be suspended. Source: same file, CustomizeDiff, whose words these are. */
function staysVersioned(values: SettledValues, cloud: Cloud): string | undefined {
  const before = statusOf(cloud.find('aws_s3_bucket_versioning', bucketSettingId(values)));
  const wanted = statusOf(values);
  if (wanted !== 'Disabled' || before === undefined || before === 'Disabled') return undefined;
  return `versioning_configuration.status cannot be updated from '${before}' to '${wanted}'`;
}

function statusOf(values: SettledValues | undefined): string | undefined {
  const [configuration] = values === undefined ? [] : blocksOf(values, 'versioning_configuration');
  return configuration === undefined ? undefined : textOf(configuration, 'status');
}
