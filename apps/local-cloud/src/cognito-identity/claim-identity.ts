import type { IdentityPool } from '@gatehouse/auth-model';

import { AwsError } from '../http/json-error';
import { takesGuests } from './find-pool';
import { guestsNotSupported, loginsDoNotMatch, notAuthorized } from './identity-errors';
import type { Identity, IdentityStore } from './identity-store';
import type { VerifiedLogin } from './verify-logins';

/**
 * As which identity somebody may act who names one. A guest's is open to whoever knows its id, and becomes that of the first login
 * that is presented with it; where the login has an identity already, that one is answered in its place and the guest's is closed.
 * Further logins are linked to the identity of the first.
 * Sources: Amazon Cognito Developer Guide, "Switching unauthenticated users to authenticated users"; Amazon Cognito Federated
 * Identities API Reference, "GetOpenIdToken" ("the IdentityId returned may not match the one passed on input").
 * @throws AwsError when it belongs to another login, or to a login and none was presented
 */
export function claimIdentity(
  identities: IdentityStore,
  pool: IdentityPool,
  identity: Identity,
  verified: readonly VerifiedLogin[],
): Identity {
  if (identity.state === 'disabled') throw forbidden(identity, 'it is disabled');
  if (verified.length === 0) {
    if (identity.state === 'linked') throw forbidden(identity, 'no login was presented');
    if (!takesGuests(pool)) throw guestsNotSupported();
    return identity;
  }
  const owner = ownerOf(identities, pool, verified);
  if (identity.state === 'linked' && owner?.id !== identity.id) {
    throw loginsDoNotMatch(`${identity.id} is not the identity of ${namesOf(verified)}`);
  }
  const claimed = owner ?? identity;
  identities.link(claimed, linksOf(verified));
  if (claimed.id !== identity.id) identities.disable(identity);
  return claimed;
}

/** The identity of logins that name none: that of any of them, or a new one. All of them are linked to it. */
export function identityOfLogins(
  identities: IdentityStore,
  pool: IdentityPool,
  verified: readonly VerifiedLogin[],
): { readonly identity: Identity; readonly isNew: boolean } {
  const owner = ownerOf(identities, pool, verified);
  if (owner === undefined) {
    return { identity: identities.create(pool.id, linksOf(verified)), isNew: true };
  }
  identities.link(owner, linksOf(verified));
  return { identity: owner, isNew: false };
}

/** AWS documents the exception, not its text. */
function ownerOf(
  identities: IdentityStore,
  pool: IdentityPool,
  verified: readonly VerifiedLogin[],
): Identity | undefined {
  const owners = verified.flatMap(({ link }) => identities.findByLogin(pool.id, link) ?? []);
  const [owner, ...others] = owners;
  const other = others.find(({ id }) => id !== owner?.id);
  if (other === undefined) return owner;
  throw new AwsError(
    'ResourceConflictException',
    'The login is already linked to another identity.',
    { because: `the logins are of ${owner?.id ?? ''} and ${other.id}` },
  );
}

function linksOf(verified: readonly VerifiedLogin[]) {
  return verified.map(({ link }) => link);
}

function namesOf(verified: readonly VerifiedLogin[]): string {
  return verified.map(({ username }) => `"${username}"`).join(' and ');
}

function forbidden({ id }: Identity, because: string): AwsError {
  return notAuthorized(`Access to Identity '${id}' is forbidden.`, { because });
}
