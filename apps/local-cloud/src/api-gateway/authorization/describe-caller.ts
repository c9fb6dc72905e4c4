import type { RoleReason } from '@gatehouse/auth-model';

import type { TemporaryCredentials } from '../../cognito-identity/credentials';

/** Reasons that say it all by their names; the others need the sentence that cognito-identity logged too. */
const PLAIN: readonly RoleReason[] = [
  'preferred-role',
  'custom-role',
  'authenticated-role',
  'unauthenticated-role',
];

/** `gatehouse-dev-admin (preferred role)`: which role, and why this one. */
export function describeCaller({
  role,
  choice,
}: Pick<TemporaryCredentials, 'role' | 'choice'>): string {
  const { because, detail } = choice;
  return `${role.name} (${PLAIN.includes(because) ? because.replaceAll('-', ' ') : detail})`;
}
