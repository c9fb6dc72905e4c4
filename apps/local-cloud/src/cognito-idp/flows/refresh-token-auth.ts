import { AwsError } from '../../http/json-error';
import type { OperationAnswer } from '../../http/json-protocol';
import type { PoolClient } from '../pool-directory';
import { missingParameter, notAuthorized, userNotFound } from '../refusals';
import type { IdpServices } from '../services';
import type { Session } from '../store/session-store';
import type { User } from '../store/user-store';
import { newRefreshToken } from '../tokens/refresh-token';

type Services = Pick<IdpServices, 'clock' | 'sessions' | 'users' | 'tokens'>;

/** InitiateAuth with REFRESH_TOKEN_AUTH: never a new refresh token. */
export async function refreshByAuthFlow(
  services: Services,
  where: PoolClient,
  parameters: ReadonlyMap<string, string>,
): Promise<OperationAnswer> {
  const token = parameters.get('REFRESH_TOKEN');
  if (token === undefined || token === '') throw missingParameter('REFRESH_TOKEN');
  const { session, user } = checkRefreshToken(services, where, token);
  return {
    output: {
      ChallengeParameters: {},
      AuthenticationResult: await services.tokens.refresh(where, user, session),
    },
    decision: `"${user.username}" goes on with a refresh token`,
  };
}

/** GetTokensFromRefreshToken: a new refresh token only where the client rotates them. */
export async function refreshWithRotation(
  services: Services,
  where: PoolClient,
  token: string,
): Promise<OperationAnswer> {
  const { session, user } = checkRefreshToken(services, where, token);
  const isRotating = where.client.refreshTokenRotationGraceSeconds !== undefined;
  const replacement = isRotating ? newRefreshToken() : undefined;
  if (replacement !== undefined) services.sessions.rotate(token, replacement, services.clock.now());
  const { IdToken, ...tokens } = await services.tokens.refresh(where, user, session);
  return {
    output: {
      AuthenticationResult: {
        ...tokens,
        ...(replacement !== undefined && { RefreshToken: replacement }),
        IdToken,
      },
    },
    decision: `"${user.username}" goes on with a refresh token${isRotating ? ', which was rotated' : ''}`,
  };
}

/** @throws AwsError NotAuthorizedException, RefreshTokenReuseException or UserNotFoundException. */
function checkRefreshToken(
  { clock, sessions, users }: Services,
  { pool, client }: PoolClient,
  token: string,
): { readonly session: Session; readonly user: User } {
  const found = sessions.findRefreshToken(token);
  if (found?.session.clientId !== client.id || found.session.poolId !== pool.id) {
    throw notAuthorized(
      'Invalid Refresh Token.',
      found === undefined ? 'never issued here' : 'issued to another client',
    );
  }
  const { session, rotatedAtMs } = found;
  if (session.isRevoked) throw notAuthorized('Refresh Token has been revoked');
  if (clock.now() >= session.expiresAtMs) throw notAuthorized('Refresh Token has expired');
  const graceMs = (client.refreshTokenRotationGraceSeconds ?? 0) * 1000;
  if (rotatedAtMs !== undefined && clock.now() >= rotatedAtMs + graceMs) {
    throw new AwsError('RefreshTokenReuseException', 'Refresh token has been used already.');
  }
  const user = users.findBySub(pool.id, session.sub);
  if (user === undefined) throw userNotFound();
  return { session, user };
}
