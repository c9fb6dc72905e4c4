import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';

/** `<bucket>` or `<bucket>,<expected owner>`. Source: provider's internal/service/s3/id.go, createResourceID. */
export function bucketSettingId(values: SettledValues): string {
  const bucket = textOf(values, 'bucket') ?? '';
  const owner = textOf(values, 'expected_bucket_owner');
  return owner === undefined ? bucket : `${bucket},${owner}`;
}
