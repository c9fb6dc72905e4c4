/** `malformed`: the path is not percent-encoded UTF-8. */
export type ObjectKey =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-long'; readonly bytes: number };

/** Source: Amazon S3 User Guide, "Creating object key names". */
export const MAX_KEY_BYTES = 1024;

/**
 * The key that a request's path names. Keys are opaque: `%2F` is a slash like any other, and `..` is only two dots.
 * @param rawPath the request target before `?`, as on the wire
 */
export function parseObjectKey(rawPath: string): ObjectKey {
  if (!rawPath.startsWith('/')) return { kind: 'malformed' };
  const key = decode(rawPath.slice(1));
  if (key === undefined || key.includes('\0')) return { kind: 'malformed' };
  const bytes = Buffer.byteLength(key);
  return bytes > MAX_KEY_BYTES ? { kind: 'too-long', bytes } : { kind: 'key', key };
}

/** The path that names a key, slashes kept. */
export function toPath(key: string): string {
  return `/${key.split('/').map(encodeURIComponent).join('/')}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
