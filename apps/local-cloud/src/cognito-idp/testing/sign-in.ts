import { formatAnswerTimestamp } from '../srp/answer-timestamp';
import { CLIENT_ID, PASSWORD, POOL_ID, record, text } from './idp-fixture';
import type { Fixture, Reply } from './idp-fixture';
import { createSrpClient } from './srp-client';
import type { Challenge } from './srp-client';

export interface Attempt {
  readonly username?: string;
  readonly password?: string;
  readonly clientId?: string;
  /** What the second step sends in place of what is right. */
  readonly responses?: Readonly<Record<string, string>>;
  readonly timestamp?: string;
}

export interface Started {
  readonly challenge: Challenge;
  readonly answer: (attempt?: Attempt) => Promise<Reply>;
}

/** Both steps of a sign-in. */
export async function signIn(fixture: Fixture, attempt: Attempt = {}): Promise<Reply> {
  const { answer } = await startSignIn(fixture, attempt);
  return answer(attempt);
}

export async function startSignIn(fixture: Fixture, attempt: Attempt = {}): Promise<Started> {
  const { username = 'user', clientId = CLIENT_ID } = attempt;
  const client = createSrpClient();
  const { body } = await fixture.call('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: username, SRP_A: client.srpA, DEVICE_KEY: null },
  });
  const parameters = record(body, 'ChallengeParameters');
  const challenge: Challenge = {
    SALT: text(parameters, 'SALT'),
    SRP_B: text(parameters, 'SRP_B'),
    SECRET_BLOCK: text(parameters, 'SECRET_BLOCK'),
    USER_ID_FOR_SRP: text(parameters, 'USER_ID_FOR_SRP'),
  };
  return {
    challenge,
    answer: (how = attempt) => {
      const { password = PASSWORD, timestamp = formatAnswerTimestamp(fixture.clock.nowMs) } = how;
      return fixture.call('RespondToAuthChallenge', {
        ClientId: how.clientId ?? clientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: {
          USERNAME: challenge.USER_ID_FOR_SRP,
          PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
          TIMESTAMP: timestamp,
          PASSWORD_CLAIM_SIGNATURE: client.answer(POOL_ID, password, challenge, timestamp),
          ...how.responses,
        },
      });
    },
  };
}

export interface Tokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken: string;
}

/** Signs in and wants success. */
export async function tokensOf(fixture: Fixture, attempt: Attempt = {}): Promise<Tokens> {
  const { body } = await signIn(fixture, attempt);
  const result = record(body, 'AuthenticationResult');
  return {
    AccessToken: text(result, 'AccessToken'),
    IdToken: text(result, 'IdToken'),
    RefreshToken: text(result, 'RefreshToken'),
  };
}
