import type { JsonObject } from '../../http/json-body';
import type { OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import type { OperationNotes } from '../../trace/operation-notes';
import { identityOfLogins } from '../claim-identity';
import { findPool, takesGuests } from '../find-pool';
import { guestsNotSupported, resourceNotFound, VALIDATION_ERROR } from '../identity-errors';
import { GET_ID } from '../request-shapes';
import { leadingLogin, noteLogin } from '../leading-login';
import type { IdentityServices } from '../services';
import { verifyLogins } from '../verify-logins';

/**
 * The identity of a login: always the same one; or a new one for a guest, each time.
 * Source: Amazon Cognito Federated Identities API Reference, "GetId".
 */
export async function getId(
  services: Pick<IdentityServices, 'model' | 'identities' | 'tokens' | 'externalTokens' | 'clock'>,
  input: JsonObject,
  notes: OperationNotes,
): Promise<OperationAnswer> {
  const { IdentityPoolId, AccountId, Logins } = parseShape(GET_ID, input, VALIDATION_ERROR);
  const { model, identities } = services;
  if (AccountId !== undefined && AccountId !== model.accountId) {
    throw resourceNotFound('IdentityPool', IdentityPoolId, {
      because: `AccountId ${AccountId} is not the account of the stack, ${model.accountId}`,
    });
  }
  const pool = findPool(model, IdentityPoolId);
  if (!pool) throw resourceNotFound('IdentityPool', IdentityPoolId);
  notes.pool = pool;
  const verified = await verifyLogins(services, pool, Logins);
  noteLogin(notes, leadingLogin(pool, verified));
  if (verified.length === 0) {
    if (!takesGuests(pool)) throw guestsNotSupported();
    notes.isLoginGood = true;
    const guest = identities.create(pool.id, []);
    notes.identity = { identityId: guest.id, isNew: true };
    return { output: { IdentityId: guest.id }, decision: `a new guest is ${guest.id}` };
  }
  notes.isLoginGood = true;
  const { identity, isNew } = identityOfLogins(identities, pool, verified);
  notes.identity = { identityId: identity.id, isNew };
  const who = verified.map(({ username }) => `"${username}"`).join(' and ');
  return {
    output: { IdentityId: identity.id },
    decision: `${who} is ${identity.id}, ${isNew ? 'new' : 'as before'}`,
  };
}
