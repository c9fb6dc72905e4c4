import { AwsError } from '../../http/json-error';
import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import type { IdpServices } from '../services';
import { isRefreshTokenShaped } from '../tokens/refresh-token';
import { CLIENT_ID, CLIENT_SECRET, TOKEN } from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['Token', 'ClientId'],
  members: { Token: TOKEN, ClientId: CLIENT_ID, ClientSecret: CLIENT_SECRET },
} as const;

type Services = Pick<IdpServices, 'pools' | 'sessions'>;

export const RevokeToken = define(INPUT, revokeToken);

function revokeToken({ pools, sessions }: Services, input: Parsed<typeof INPUT>): OperationAnswer {
  const { client } = pools.client(input.ClientId, input.ClientSecret);
  if (!client.enableTokenRevocation) {
    throw new AwsError(
      'UnsupportedOperationException',
      'Token revocation is not enabled for the client.',
    );
  }
  if (!isRefreshTokenShaped(input.Token)) {
    throw new AwsError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.');
  }
  const session = sessions.findRefreshToken(input.Token)?.session;
  // What is invalid anyway needs no revocation. Source: RFC 7009 section 2.2.
  if (session === undefined) return { output: {}, decision: 'no such refresh token' };
  if (session.clientId !== client.id) {
    throw new AwsError('UnauthorizedException', 'The token was issued to another client.');
  }
  sessions.revoke(session);
  return { output: {}, decision: 'the tokens of one session are revoked' };
}
