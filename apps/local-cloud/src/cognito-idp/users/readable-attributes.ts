import type { UserPoolClient } from '@gatehouse/auth-model';

import type { UserAttributes } from '../store/user-store';

/** Name and value of what users of this client may see of themselves, `sub` left out. */
export function readableAttributes(
  { readAttributes }: Pick<UserPoolClient, 'readAttributes'>,
  attributes: UserAttributes,
): readonly (readonly [name: string, value: string])[] {
  return [...attributes].filter(([name]) => readAttributes?.includes(name) ?? true);
}
