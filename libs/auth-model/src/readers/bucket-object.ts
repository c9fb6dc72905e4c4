import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asMapOf, asText } from '../json-types';
import type { BucketObject } from '../model-site';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

/** Source: S3 API reference, "PutObject". */
export function readBucketObject(block: BlockReader): Owned<BucketObject> {
  ignoreWhatNoReaderSees(block);
  block.unsupported('acl', 'access control lists are not weighed, only policies');
  const value = {
    address: block.address,
    key: block.text('key'),
    ...readBytes(block),
    ...withoutUndefined({
      contentType: block.optional('content_type', asText),
      cacheControl: block.optional('cache_control', asText),
      contentDisposition: block.optional('content_disposition', asText),
      contentEncoding: block.optional('content_encoding', asText),
      contentLanguage: block.optional('content_language', asText),
      metadata: readMetadata(block),
      websiteRedirect: readRedirect(block),
    }),
  };
  return { address: block.address, owner: block.text('bucket'), value };
}

/** Change detection, upkeep and encryption at rest. */
function ignoreWhatNoReaderSees(block: BlockReader): void {
  block.ignore('bucket_key_enabled', 'checksum_algorithm', 'etag', 'force_destroy', 'kms_key_id');
  block.ignore('override_provider', 'object_lock_legal_hold_status', 'object_lock_mode');
  block.ignore('object_lock_retain_until_date', 'server_side_encryption', 'source_hash');
  block.ignore('storage_class');
  block.told('arn', 'checksum_crc32', 'checksum_crc32c', 'checksum_crc64nvme');
  block.told('checksum_sha1', 'checksum_sha256', 'version_id');
}

type Bytes = Pick<BucketObject, 'source' | 'content' | 'contentBase64'>;

function readBytes(block: BlockReader): Bytes {
  const given: Bytes = withoutUndefined({
    source: block.optional('source', asText),
    content: block.optional('content', asText),
    contentBase64: block.optional('content_base64', asText),
  });
  const count = Object.keys(given).length;
  if (count === 1) return given;
  // An object of no bytes: in a state, its text reads as not set.
  if (count === 0 && block.isState) return { content: '' };
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${block.where('source')} must be set, or content or content_base64 in its place, and never two of them.`,
  );
}

/** RFC 9110 §5.6.2; S3 keeps names of metadata in lower case, and so the provider wants them. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;

function readMetadata(block: BlockReader): BucketObject['metadata'] {
  const metadata = block.optional('metadata', asMapOf(asText)) ?? {};
  const odd = Object.keys(metadata).find((name) => !HEADER_NAME.test(name));
  if (odd !== undefined) {
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${block.where(`metadata.${odd}`)} must be named in lower case, with what a header's name may have.`,
    );
  }
  return Object.keys(metadata).length === 0 ? undefined : metadata;
}

/** Source: S3 API reference, "PutObject", x-amz-website-redirect-location. */
function readRedirect(block: BlockReader): string | undefined {
  const redirect = block.optional('website_redirect', asText);
  if (redirect === undefined || redirect === '') return undefined;
  if (/^(?:https?:\/)?\//.test(redirect)) return redirect;
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${block.where('website_redirect')} must begin with "/", "http://" or "https://", but is ${JSON.stringify(redirect)}.`,
  );
}
