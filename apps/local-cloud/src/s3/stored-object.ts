import { createHash } from 'node:crypto';

import type { ObjectSettings } from '@gatehouse/auth-model';

/** An object of the bucket, wherever its bytes lie. What is stored beside them is sent as it is: S3 guesses and adds nothing. */
export interface StoredObject extends ObjectSettings {
  readonly key: string;
  readonly lastModifiedMs: number;
  read(): Promise<Buffer>;
}

/** Where objects are looked up; asked anew with each request. */
export interface ObjectSource {
  find(key: string): StoredObject | undefined;
}

/** All objects of a bucket, in the order in which S3 lists them: that of the bytes of their keys. */
export interface ObjectList extends ObjectSource {
  readonly all: readonly StoredObject[];
}

/** Source: Amazon S3 API Reference, "Object": the MD5 of the bytes, for what was uploaded in one part. */
export function entityTag(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
