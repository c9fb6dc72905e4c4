import { createHash } from 'node:crypto';

/** An object of the bucket, wherever its bytes lie. */
export interface StoredObject {
  readonly key: string;
  /** As stored: S3 guesses nothing. @default binary/octet-stream */
  readonly contentType?: string;
  /** As stored: S3 adds none. */
  readonly cacheControl?: string;
  readonly lastModifiedMs: number;
  read(): Promise<Buffer>;
}

/** Where objects are looked up; asked anew with each request. */
export interface ObjectSource {
  find(key: string): StoredObject | undefined;
}

/** Source: Amazon S3 API Reference, "Object": the MD5 of the bytes, for what was uploaded in one part. */
export function entityTag(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
