import type { JsonObject } from '../../http/json-body';
import type { OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import { findPool, takesGuests } from '../find-pool';
import { guestsNotSupported, resourceNotFound, VALIDATION_ERROR } from '../identity-errors';
import { GET_ID } from '../request-shapes';
import type { IdentityServices } from '../services';
import { verifyLogins } from '../verify-logins';

/**
 * The identity of a login: always the same one; or a new one for a guest, each time.
 * Source: Amazon Cognito Federated Identities API Reference, "GetId".
 */
export async function getId(
  services: Pick<IdentityServices, 'model' | 'identities' | 'tokens' | 'clock'>,
  input: JsonObject,
): Promise<OperationAnswer> {
  const request = parseShape(GET_ID, input, VALIDATION_ERROR);
  const pool = findPool(services.model, request.IdentityPoolId);
  if (!pool) throw resourceNotFound('IdentityPool', request.IdentityPoolId);
  const verified = await verifyLogins(services, pool, request.Logins);
  if (!verified) {
    if (!takesGuests(pool)) throw guestsNotSupported();
    const guest = services.identities.create(pool.id, undefined);
    return { output: { IdentityId: guest.id }, decision: `a new guest is ${guest.id}` };
  }
  const known = services.identities.findByLogin(pool.id, verified.link);
  const identity = known ?? services.identities.create(pool.id, verified.link);
  const how = known ? 'as before' : 'new';
  return {
    output: { IdentityId: identity.id },
    decision: `"${verified.username}" is ${identity.id}, ${how}`,
  };
}
