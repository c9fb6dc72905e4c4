import type { JsonObject } from '../../http/json-body';
import type { OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import type { OperationNotes } from '../../trace/operation-notes';
import { findPool } from '../find-pool';
import {
  loginsDoNotMatch,
  notAuthorized,
  resourceNotFound,
  VALIDATION_ERROR,
} from '../identity-errors';
import { UNLINK_IDENTITY } from '../request-shapes';
import { leadingLogin, noteLogin } from '../leading-login';
import type { IdentityServices } from '../services';
import { verifyLogins } from '../verify-logins';

/**
 * Takes logins from an identity: each is a stranger the next time it is seen, and without any the identity is closed for good.
 * Source: Amazon Cognito Federated Identities API Reference, "UnlinkIdentity".
 */
export async function unlinkIdentity(
  services: Pick<IdentityServices, 'model' | 'identities' | 'tokens' | 'externalTokens' | 'clock'>,
  input: JsonObject,
  notes: OperationNotes,
): Promise<OperationAnswer> {
  const request = parseShape(UNLINK_IDENTITY, input, VALIDATION_ERROR);
  const { identities, model } = services;
  const identity = identities.find(request.IdentityId);
  const pool = identity && findPool(model, identity.poolId);
  if (!pool) throw resourceNotFound('Identity', request.IdentityId);
  notes.pool = pool;
  const verified = await verifyLogins(services, pool, request.Logins);
  noteLogin(notes, leadingLogin(pool, verified));
  notes.isLoginGood = true;
  if (identity.state !== 'linked') {
    throw notAuthorized(`Access to Identity '${identity.id}' is forbidden.`, {
      because: `it is ${identity.state}`,
    });
  }
  const isTheirs = verified.some(
    ({ link }) => identities.findByLogin(pool.id, link)?.id === identity.id,
  );
  if (!isTheirs) throw loginsDoNotMatch(`no login given is of ${identity.id}`);
  notes.identity = { identityId: identity.id, isNew: false };
  identities.unlink(identity, request.LoginsToRemove);
  const left = identities.loginsOf(identity).length;
  return {
    output: {},
    decision: `${identity.id} has ${left} ${left === 1 ? 'login' : 'logins'} left`,
  };
}
