import type { PolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

export interface Bucket {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  readonly policy?: Value<PolicyDocument>;
  /** Absent: the account default of new buckets, which blocks. */
  readonly publicAccessBlock?: PublicAccessBlock;
  readonly website?: Website;
  readonly objects: readonly BucketObject[];
}

export interface PublicAccessBlock {
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

export interface Website {
  /** Host and port, without scheme. */
  readonly endpoint: string;
  readonly indexDocument: string;
  readonly errorDocument?: string;
}

export interface BucketObject {
  readonly address: string;
  readonly key: string;
  /** A file, relative to the stack folder; or … */
  readonly source?: string;
  /** … the text itself. */
  readonly content?: string;
  readonly contentType?: string;
  readonly cacheControl?: string;
}
