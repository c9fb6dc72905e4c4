import { canonicalizePathPart, uriEncode } from './uri-encode';

/**
 * Every service but S3 encodes the path of the wire once more, segment by segment, after removing empty and dot segments.
 * Source: IAM User Guide, "Create a signed AWS API request", step 1.
 */
export function canonicalPath(rawPath: string, normalize: boolean): string {
  const path = normalize ? removeDotSegments(rawPath) : rawPath;
  return path.split('/').map(uriEncode).join('/');
}

/** S3 signs the path of the wire as it is, in its one canonical spelling: empty and dot segments are part of a key. */
export function canonicalS3Path(rawPath: string): string {
  return rawPath.split('/').map(canonicalizePathPart).join('/');
}

/** RFC 3986 §5.2.4 as AWS's own signers read it: `//` collapses, and a last `..` leaves no slash behind. */
function removeDotSegments(rawPath: string): string {
  if (!/\/\/|\/\./.test(rawPath)) return rawPath;
  const kept: string[] = [];
  for (const segment of rawPath.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const slash = kept.length > 0 && rawPath.endsWith('/') ? '/' : '';
  return `/${kept.join('/')}${slash}`;
}
