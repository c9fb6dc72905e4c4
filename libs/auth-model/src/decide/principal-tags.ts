import type { Session } from '../decide';
import type { Role } from '../model';

/**
 * The tags of a principal as condition keys. A tag of the session overrides one of the role, however its name is cased.
 * Source: IAM User Guide, "Pass session tags in AWS STS".
 */
export function principalTags(
  { tags: ofRole = {} }: Partial<Pick<Role, 'tags'>>,
  { tags: ofSession = {} }: Pick<Session, 'tags'>,
): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {};
  for (const [tag, value] of [...Object.entries(ofRole), ...Object.entries(ofSession)]) {
    keys[`aws:principaltag/${tag.toLowerCase()}`] = value;
  }
  return keys;
}
