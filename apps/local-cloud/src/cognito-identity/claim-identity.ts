import type { IdentityPool } from '@gatehouse/auth-model';

import { AwsError } from '../http/json-error';
import { takesGuests } from './find-pool';
import { guestsNotSupported, notAuthorized } from './identity-errors';
import type { Identity, IdentityStore } from './identity-store';
import type { VerifiedLogin } from './verify-logins';

/**
 * Whether whoever asks may act as the identity. A guest's identity is open to whoever knows its id, and becomes the identity of the
 * first login that is presented with it.
 * Source: Amazon Cognito Developer Guide, "Switching unauthenticated users to authenticated users".
 * @throws AwsError when it belongs to another login, or to a login and none was presented
 */
export function claimIdentity(
  identities: IdentityStore,
  pool: IdentityPool,
  identity: Identity,
  verified: VerifiedLogin | undefined,
): void {
  if (!verified) {
    if (identity.login) throw notAuthorized(`Access to Identity '${identity.id}' is forbidden.`);
    if (!takesGuests(pool)) throw guestsNotSupported();
    return;
  }
  const { link } = verified;
  if (!identity.login) {
    linkGuest(identities, identity, verified);
  } else if (
    identity.login.providerName !== link.providerName ||
    identity.login.subject !== link.subject
  ) {
    throw notAuthorized(
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
      { because: `${identity.id} is not the identity of "${verified.username}"` },
    );
  }
}

/** AWS documents the exception, not its text. */
function linkGuest(identities: IdentityStore, identity: Identity, verified: VerifiedLogin): void {
  const other = identities.findByLogin(identity.poolId, verified.link);
  if (other) {
    throw new AwsError(
      'ResourceConflictException',
      'The login is already linked to another identity.',
      { because: `"${verified.username}" is ${other.id}` },
    );
  }
  identities.link(identity.id, verified.link);
}
