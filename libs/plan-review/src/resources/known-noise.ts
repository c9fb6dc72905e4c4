import type { ResourceChange } from '@gatehouse/terraform-json';

import { NOT_KNOWN_YET, type AttributeChange } from './changed-attributes';
import { isSameDocument } from './same-value';

/** What AWS tells anew after every update, and nobody sets. */
const TOLD_AGAIN =
  /^(?:arn|code_sha256|created_date|etag|id|last_modified|last_updated_date|qualified_(?:invoke_)?arn|source_code_size|version|version_id|checksum_\w+|tags_all\b.*)$/;

/**
 * Why a change needs no look; `undefined`: it needs one. A destruction always does, and so does the half of a replacement that is
 * one.
 */
export function knownNoise(
  { action, type, before, after }: ResourceChange,
  attributes: readonly AttributeChange[],
): string | undefined {
  if (action === 'read') return 'Terraform only reads it';
  if (action !== 'update' && action !== 'create') return undefined;
  if (type === 'aws_s3_object' && isFile(after)) return 'a file of the website';
  if (action === 'create' || attributes.length === 0) return undefined;
  if (attributes.every(({ path }) => /^tags(?:_all)?\b/.test(path))) return 'only tags change';
  if (attributes.every(({ path, after: will }) => toldAgain(path, will))) {
    return 'only what AWS tells anew changes';
  }
  const isRewritten = attributes.every(({ path }) =>
    isSameDocument(at(before, path), at(after, path)),
  );
  return isRewritten ? 'the same document, written differently' : undefined;
}

export function toldAgain(path: string, after: string): boolean {
  return after === NOT_KNOWN_YET && TOLD_AGAIN.test(path);
}

/** The text of an object may be settings; a file comes from a build. */
function isFile(after: ResourceChange['after']): boolean {
  return typeof at(after, 'source') === 'string';
}

function at(json: ResourceChange['after'], name: string) {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Object.hasOwn(json, name)
    ? (json as Readonly<Record<string, typeof json>>)[name]
    : undefined;
}
