import type { Check } from '../../resource/resource-facts';
import { textOf } from '../reading';

/** For everything that is set on a bucket. Source: S3 API Reference, "List of error codes", NoSuchBucket. */
export const bucketExists: Check = (values, cloud) => {
  const bucket = textOf(values, 'bucket');
  if (bucket === undefined || cloud.find('aws_s3_bucket', bucket) !== undefined) return undefined;
  return `NoSuchBucket: The specified bucket does not exist: "${bucket}"`;
};
