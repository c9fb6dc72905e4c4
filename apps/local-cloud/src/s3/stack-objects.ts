import { readFileSync, statSync } from 'node:fs';

import type { Bucket, BucketObject } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import type { Clock } from '../clock';
import { pathInFolder } from '../boot/path-in-folder';
import { readAsset } from './asset-gone';
import { addLocalEndpoints, RUNTIME_CONFIG_KEY } from './local-endpoints';
import type { CognitoOrigins } from './local-endpoints';
import type { ObjectList, StoredObject } from './stored-object';

/** Far above any file of a web client; bounds what one request can load. */
export const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

export interface StackObjectOptions {
  readonly bucket: Bucket;
  /** Holds the files that objects name as their `source`. */
  readonly stackFolder: string;
  readonly origins: CognitoOrigins;
  readonly clock: Clock;
  /** Puts this start's addresses into a text that was uploaded at another. @default leaves it as it is */
  readonly rewrite?: (text: string) => string;
}

/**
 * The objects that the stack uploads. Every file is looked for now, none is read before it is asked for.
 * @throws BootError when a file is missing, too large, or leads out of the stack folder
 */
export function stackObjects(options: StackObjectOptions): ObjectList {
  const objects = new Map(
    options.bucket.objects.map((object) => [object.key, toStoredObject(object, options)]),
  );
  return { find: (key) => objects.get(key), all: inByteOrder([...objects.values()]) };
}

function toStoredObject(object: BucketObject, options: StackObjectOptions): StoredObject {
  const { address, source, content, contentBase64, ...stored } = object;
  const isConfig = object.key === RUNTIME_CONFIG_KEY && options.bucket.website !== undefined;
  return { ...stored, ...(isConfig ? runtimeConfig(object, options) : bytesOf(object, options)) };
}

/** Source: Amazon S3 API Reference, "ListObjectsV2": UTF-8 binary order. */
function inByteOrder(objects: readonly StoredObject[]): readonly StoredObject[] {
  return [...objects].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
}

type Bytes = Pick<StoredObject, 'lastModifiedMs' | 'read'>;

function runtimeConfig(object: BucketObject, options: StackObjectOptions): Bytes {
  const { rewrite = (text: string) => text } = options;
  const text =
    object.source === undefined
      ? ownBytes(object).toString('utf8')
      : readFileSync(fileOf(object, options).path, 'utf8');
  const whole = addLocalEndpoints(rewrite(text), options.origins, object.address);
  return storedNow(Buffer.from(whole), options);
}

function bytesOf(object: BucketObject, options: StackObjectOptions): Bytes {
  if (object.source === undefined) return storedNow(ownBytes(object), options);
  const { path, mtimeMs } = fileOf(object, options);
  const { source } = object;
  return { lastModifiedMs: mtimeMs, read: () => readAsset(path, source) };
}

/** Those that stand in the stack itself. */
function ownBytes({ content = '', contentBase64 }: BucketObject): Buffer {
  return contentBase64 === undefined ? Buffer.from(content) : Buffer.from(contentBase64, 'base64');
}

/** What stands in the stack was uploaded now, as far as anyone here can know. */
function storedNow(bytes: Buffer, { clock }: StackObjectOptions): Bytes {
  return { lastModifiedMs: clock.now(), read: () => Promise.resolve(bytes) };
}

function fileOf(
  { address, source = '' }: BucketObject,
  { stackFolder }: StackObjectOptions,
): { readonly path: string; readonly mtimeMs: number } {
  const file = pathInFolder(stackFolder, source);
  if (file.kind === 'outside') {
    throw new BootError(
      'ERR_SITE_ASSET_OUTSIDE',
      `${address} names the file ${source}, which leads out of the stack folder ${stackFolder}. Add it to the stack as an asset.`,
    );
  }
  const stats = file.kind === 'inside' ? statSync(file.path) : undefined;
  if (file.kind === 'missing' || stats?.isFile() !== true) {
    throw new BootError(
      'ERR_SITE_ASSET_MISSING',
      `${address} names the file ${source}, which is not in the stack folder ${stackFolder}. Put it there; in the stack of this project, npm run build does.`,
    );
  }
  if (stats.size > MAX_OBJECT_BYTES) {
    throw new BootError(
      'ERR_SITE_ASSET_TOO_LARGE',
      `${address} names the file ${source}, which has ${stats.size} bytes; the local website serves at most ${MAX_OBJECT_BYTES}.`,
    );
  }
  return { path: file.path, mtimeMs: stats.mtimeMs };
}
