import { describeDecision } from '@gatehouse/iam';

import type { JsonObject } from '../../http/json-body';
import { jsonFloat } from '../../http/json-float';
import type { OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import type { OperationNotes } from '../../trace/operation-notes';
import { assumeRole } from '../assume-role';
import { claimIdentity } from '../claim-identity';
import type { TemporaryCredentials } from '../credentials';
import { findPool } from '../find-pool';
import { resourceNotFound, VALIDATION_ERROR } from '../identity-errors';
import { leadingLogin, noteLogin } from '../leading-login';
import { GET_CREDENTIALS_FOR_IDENTITY } from '../request-shapes';
import type { IdentityServices } from '../services';
import { verifyLogins } from '../verify-logins';
import type { VerifiedLogin } from '../verify-logins';

/**
 * Temporary credentials of the role that the pool chooses for the login: the role mapping chooses, the role's trust policy consents.
 * Source: Amazon Cognito Federated Identities API Reference, "GetCredentialsForIdentity".
 */
export async function getCredentialsForIdentity(
  services: IdentityServices,
  input: JsonObject,
  notes: OperationNotes,
): Promise<OperationAnswer> {
  const request = parseShape(GET_CREDENTIALS_FOR_IDENTITY, input, VALIDATION_ERROR);
  const { identities, model } = services;
  const named = identities.find(request.IdentityId);
  const pool = named && findPool(model, named.poolId);
  if (!pool) throw resourceNotFound('Identity', request.IdentityId);
  notes.pool = pool;
  const verified = await verifyLogins(services, pool, request.Logins);
  const leading = leadingLogin(pool, verified);
  noteLogin(notes, leading);
  const identity = claimIdentity(identities, pool, named, verified);
  notes.isLoginGood = true;
  const assuming = {
    pool,
    identityId: identity.id,
    verified,
    customRoleArn: request.CustomRoleArn,
  };
  const issued = assumeRole(services, assuming, notes);
  services.credentials.add(issued);
  notes.issued = issued;
  const { choice, role, trust } = issued;
  return {
    output: { IdentityId: identity.id, Credentials: onTheWire(issued) },
    decision: `${who(leading)} gets role ${role.name} (${choice.detail}); its trust policy: ${describeDecision(trust)}`,
  };
}

/** `SecretKey`, not SecretAccessKey; the time in seconds, as a float. */
function onTheWire(credentials: TemporaryCredentials): object {
  return {
    AccessKeyId: credentials.accessKeyId,
    SecretKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: jsonFloat(credentials.expiresAtMs / 1000),
  };
}

function who(leading: VerifiedLogin | undefined): string {
  return leading ? `"${leading.username}"` : 'a guest';
}
