import { describeDecision } from '@gatehouse/iam';
import { chooseRole, evaluateTrust } from '@gatehouse/auth-model';
import type { IdentityPool, Role, RoleChoice } from '@gatehouse/auth-model';

import type { JsonObject } from '../../http/json-body';
import { internalError } from '../../http/json-error';
import type { AwsError } from '../../http/json-error';
import { jsonFloat } from '../../http/json-float';
import type { OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import type { TemporaryCredentials } from '../credentials';
import { findPool } from '../find-pool';
import { generateCredentials } from '../generate-credentials';
import {
  guestsNotSupported,
  invalidPoolConfiguration,
  notAuthorized,
  resourceNotFound,
  VALIDATION_ERROR,
} from '../identity-errors';
import { claimIdentity } from '../claim-identity';
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
): Promise<OperationAnswer> {
  const request = parseShape(GET_CREDENTIALS_FOR_IDENTITY, input, VALIDATION_ERROR);
  const identity = services.identities.find(request.IdentityId);
  const pool = identity && findPool(services.model, identity.poolId);
  if (!pool) throw resourceNotFound('Identity', request.IdentityId);
  const verified = await verifyLogins(services, pool, request.Logins);
  claimIdentity(services.identities, pool, identity, verified);
  const { choice, role } = choose(services.model, pool, verified, request.CustomRoleArn);
  const trust = assertTrust(role, pool, verified, identity.id);
  const issued: TemporaryCredentials = {
    ...generateCredentials(services.clock.now()),
    role: { name: role.name, arn: role.arn, uniqueId: role.uniqueId },
    choice,
    identityId: identity.id,
    identityPoolId: pool.id,
    ...sessionOf(verified),
  };
  services.credentials.add(issued);
  return {
    output: { IdentityId: identity.id, Credentials: onTheWire(issued) },
    decision: `${who(verified)} gets role ${role.name} (${choice.detail}); its trust policy: ${trust}`,
  };
}

function choose(
  model: IdentityServices['model'],
  pool: IdentityPool,
  verified: VerifiedLogin | undefined,
  customRoleArn: string | undefined,
): { readonly choice: Extract<RoleChoice, { kind: 'role' }>; readonly role: Role } {
  const choice = chooseRole(pool, verified?.login, customRoleArn);
  if (choice.kind === 'unknown') throw internalError(`the role cannot be told: ${choice.because}`);
  if (choice.kind === 'denied') throw roleRefused(choice, verified?.login.provider ?? '');
  const role = model.roles.find(({ arn }) => arn === choice.roleArn);
  if (role) return { choice, role };
  throw invalidPoolConfiguration(`${choice.detail}, but the stack has no role ${choice.roleArn}`);
}

/** AWS documents no text for a role that the token does not carry. */
function roleRefused(choice: Extract<RoleChoice, { kind: 'denied' }>, provider: string): AwsError {
  const { because: reason, detail: because } = choice;
  switch (reason) {
    case 'ambiguous-role-mapping':
      return notAuthorized(
        `The ambiguous role mapping rules for: ${provider} denied this request.`,
        { because },
      );
    case 'custom-role-not-in-token':
      return notAuthorized('Access to the requested role is forbidden.', { because });
    case 'guests-not-allowed':
      return guestsNotSupported();
    case 'no-role-set':
      return invalidPoolConfiguration(because);
  }
}

/** @returns how the role's trust policy consents, for the log */
function assertTrust(
  role: Role,
  pool: IdentityPool,
  verified: VerifiedLogin | undefined,
  identityId: string,
): string {
  const session = { audience: pool.id, amr: amrOf(verified), subject: identityId };
  const decision = evaluateTrust(role, session);
  const described = describeDecision(decision);
  if (decision.effect === 'allow') return described;
  throw invalidPoolConfiguration(`the trust policy of role ${role.name} ${described}`);
}

/** Source: Amazon Cognito Developer Guide, "Role trust and permissions": authenticated or not, then the provider of the login. */
function amrOf(verified: VerifiedLogin | undefined): readonly string[] {
  if (!verified) return ['unauthenticated'];
  const { providerName, subject } = verified.link;
  return ['authenticated', providerName, `${providerName}:CognitoSignIn:${subject}`];
}

function sessionOf(
  verified: VerifiedLogin | undefined,
): Pick<TemporaryCredentials, 'authenticationType' | 'authenticationProvider' | 'username'> {
  if (!verified) return { authenticationType: 'unauthenticated' };
  const { providerName, subject } = verified.link;
  return {
    authenticationType: 'authenticated',
    authenticationProvider: `${providerName},${providerName}:CognitoSignIn:${subject}`,
    username: verified.username,
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

function who(verified: VerifiedLogin | undefined): string {
  return verified ? `"${verified.username}"` : 'a guest';
}
