import type { AuthModel, Bucket } from '@gatehouse/auth-model';

import { stackObjects, type StackObjectOptions } from './stack-objects';
import type { ObjectList } from './stored-object';

/** A bucket of the stack and what is in it. */
export interface StackBucket {
  readonly bucket: Bucket;
  readonly objects: ObjectList;
}

export interface StackBucketOptions extends Omit<StackObjectOptions, 'bucket'> {
  readonly model: Pick<AuthModel, 'buckets'>;
}

/**
 * All buckets of a stack, for every endpoint that answers with their objects.
 * @throws BootError unless all files of their objects are in the stack folder
 */
export function openBuckets({ model, ...options }: StackBucketOptions): readonly StackBucket[] {
  return model.buckets.map((bucket) => ({
    bucket,
    objects: stackObjects({ ...options, bucket }),
  }));
}
