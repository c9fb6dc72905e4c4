import { sessionTags, type IdentityPool } from '@gatehouse/auth-model';

import type { JsonObject } from '../../http/json-body';
import { AwsError } from '../../http/json-error';
import type { OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import type { OperationNotes } from '../../trace/operation-notes';
import { claimIdentity } from '../claim-identity';
import { findPool } from '../find-pool';
import { resourceNotFound, VALIDATION_ERROR } from '../identity-errors';
import { amrOf, leadingLogin, noteLogin } from '../leading-login';
import { GET_OPEN_ID_TOKEN } from '../request-shapes';
import type { IdentityServices } from '../services';
import { verifyLogins } from '../verify-logins';

/**
 * The basic flow: a token in the pool's own name, which STS takes for any role that trusts it.
 * Source: Amazon Cognito Federated Identities API Reference, "GetOpenIdToken".
 */
export async function getOpenIdToken(
  services: IdentityServices,
  input: JsonObject,
  notes: OperationNotes,
): Promise<OperationAnswer> {
  const request = parseShape(GET_OPEN_ID_TOKEN, input, VALIDATION_ERROR);
  const { clock, identities, model, openIdTokenKeys } = services;
  const named = identities.find(request.IdentityId);
  const pool = named && findPool(model, named.poolId);
  if (!pool) throw resourceNotFound('Identity', request.IdentityId);
  notes.pool = pool;
  assertBasicFlow(pool);
  const verified = await verifyLogins(services, pool, request.Logins);
  const leading = leadingLogin(pool, verified);
  noteLogin(notes, leading);
  notes.isLoginGood = true;
  const identity = claimIdentity(identities, pool, named, verified);
  notes.identity = { identityId: identity.id, isNew: false };
  const { tags: principalTags } = sessionTags(pool, leading?.login);
  const poolArn = `arn:aws:cognito-identity:${model.region}:${model.accountId}:identitypool/${pool.id}`;
  const claims = { sub: identity.id, aud: pool.id, amr: amrOf(verified), principalTags, poolArn };
  const Token = await openIdTokenKeys.sign(claims, clock.now());
  notes.token = claims;
  return {
    output: { IdentityId: identity.id, Token },
    decision: `a token of ten minutes for ${identity.id}, amr ${claims.amr.join(', ')}`,
  };
}

/** Sources of the two texts: aws/aws-cli issue 7652; aws-observability/aws-rum-web issue 172. */
function assertBasicFlow({ allowClassicFlow, roleMappings, address }: IdentityPool): void {
  if (!allowClassicFlow) {
    throw new AwsError(
      'InvalidParameterException',
      'Basic (classic) flow is not enabled, please use enhanced flow.',
      { because: `${address} does not set allow_classic_flow` },
    );
  }
  if (roleMappings.length > 0) {
    throw new AwsError(
      'InvalidParameterException',
      'Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
      { because: `${address} has role mappings, which only the enhanced flow looks at` },
    );
  }
}
