/**
 * The review as a comment, with the digest of what was decided in its last line, unseen: what is about to be deployed is compared with
 * it. Only a bot's comment is read back.
 */
export function withDigest(review: string, digest: string): string {
  return `${review.trimEnd()}\n\n<!-- gatehouse-decisions ${digest} -->\n`;
}

/** Room that `withDigest` takes: GitHub's limit is for the whole. */
export const DIGEST_LENGTH = withDigest('', '0'.repeat(64)).length;

/** @returns undefined for a comment without one */
export function readDigest(comment: string): string | undefined {
  return /\n<!-- gatehouse-decisions ([0-9a-f]{64}) -->\s*$/.exec(comment)?.[1];
}
