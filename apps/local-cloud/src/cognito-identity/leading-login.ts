import type { IdentityPool } from '@gatehouse/auth-model';

import type { OperationNotes } from '../trace/operation-notes';
import type { VerifiedLogin } from './verify-logins';

/**
 * Of several logins, the one whose claims choose the role and make the tags: the first that a role mapping is for, else the first.
 * AWS leaves it open.
 * @returns undefined for a guest
 */
export function leadingLogin(
  { roleMappings }: Pick<IdentityPool, 'roleMappings'>,
  verified: readonly VerifiedLogin[],
): VerifiedLogin | undefined {
  const mapped = verified.find(({ login }) =>
    roleMappings.some(({ provider }) => [login.provider, login.providerArn].includes(provider)),
  );
  return mapped ?? verified[0];
}

/** Notes who has signed in; of a guest, nothing. */
export function noteLogin(notes: OperationNotes, leading: VerifiedLogin | undefined): void {
  if (leading === undefined) return;
  const { login, username } = leading;
  const groups = login.claims['cognito:groups'];
  notes.login = {
    provider: login.provider,
    username,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
  };
}

/** Source: Amazon Cognito Developer Guide, "Role trust and permissions": authenticated or not, then the providers of the logins. */
export function amrOf(verified: readonly VerifiedLogin[]): readonly string[] {
  if (verified.length === 0) return ['unauthenticated'];
  return ['authenticated', ...verified.flatMap(({ amr }) => amr)];
}
