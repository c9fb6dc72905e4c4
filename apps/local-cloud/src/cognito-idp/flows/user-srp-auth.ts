import { timingSafeEqual } from 'node:crypto';

import type { OperationAnswer } from '../../http/json-protocol';
import { parseShape } from '../../http/json-shape';
import { srpNameOf, usernameKey } from '../pool-directory';
import type { PoolClient } from '../pool-directory';
import {
  incorrectPassword,
  invalidParameter,
  missingParameter,
  userDisabled,
  userNotConfirmed,
  userNotFound,
} from '../refusals';
import type { IdpServices } from '../services';
import { isAnswerTimestamp } from '../srp/answer-timestamp';
import { simulateUser } from '../srp/password-verifier';
import type { PasswordVerifier } from '../srp/password-verifier';
import type { PendingSignIn } from '../srp/secret-block';
import {
  exchangeKey,
  newServerSecret,
  parseClientPublic,
  serverPublic as toServerPublic,
} from '../srp/server-exchange';
import { signAnswer } from '../srp/srp-hash';
import type { User } from '../store/user-store';
import { USERNAME } from '../wire-shapes';

type Parameters = ReadonlyMap<string, string>;

type Services = Pick<
  IdpServices,
  'users' | 'disabledUsers' | 'secretOf' | 'blocks' | 'lockouts' | 'tokens'
>;

/** Whoever signs in, in the eyes of SRP: a user, or nobody, who looks the same. */
interface Candidate extends PasswordVerifier {
  readonly userIdForSrp: string;
  readonly user?: User;
}

/** First step: who are you? The answer tells nothing about whether there is such a user. */
export function startSrp(
  services: Services,
  { pool, client }: PoolClient,
  parameters: Parameters,
): OperationAnswer {
  const username = usernameKey(pool, readUsername(parameters));
  const clientPublic = parseClientPublic(required(parameters, 'SRP_A'));
  if (clientPublic === undefined) throw invalidParameter('Invalid SRP_A');
  const candidate = findCandidate(services, pool.id, username);
  if (candidate.user === undefined && client.preventUserExistenceErrors === 'LEGACY') {
    throw userNotFound();
  }
  const serverSecret = newServerSecret();
  const serverPublic = toServerPublic(candidate.verifier, serverSecret);
  const pending = {
    clientId: client.id,
    usernameKey: username,
    clientPublic,
    serverPublic,
    serverSecret,
  };
  return {
    output: {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: candidate.salt.toString('hex'),
        SECRET_BLOCK: services.blocks.seal(pending, client.authSessionValiditySeconds),
        SRP_B: serverPublic.toString(16),
        USERNAME: candidate.userIdForSrp,
        USER_ID_FOR_SRP: candidate.userIdForSrp,
      },
    },
    decision: candidate.user
      ? `"${username}" is asked to prove the password`
      : `nobody is called "${username}", asked as if`,
  };
}

/** Second step: prove that you know the password. */
export async function finishSrp(
  services: Services,
  where: PoolClient,
  responses: Parameters,
): Promise<OperationAnswer> {
  const { pool, client } = where;
  const answer = readAnswer(responses);
  const opened = services.blocks.open(answer.secretBlock, client.id);
  if (opened.kind === 'refused') throw incorrectPassword(opened.because);
  const { pending } = opened;
  const key = { poolId: pool.id, username: pending.usernameKey };
  services.lockouts.assertOpen(key);
  const candidate = findCandidate(services, pool.id, pending.usernameKey);
  const fault = findFault(srpNameOf(pool), candidate, pending, answer);
  if (fault !== undefined || candidate.user === undefined) {
    services.lockouts.recordFailure(key);
    throw incorrectPassword(fault ?? `nobody is called "${pending.usernameKey}"`);
  }
  services.lockouts.recordSuccess(key);
  const { user } = candidate;
  // To who knows the password only: to anyone else, this name is as good as any.
  if (services.disabledUsers.has(user)) throw userDisabled();
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed();
  return {
    output: {
      ChallengeParameters: {},
      AuthenticationResult: await services.tokens.signIn(where, user),
    },
    decision: `"${user.username}" proved the password and is signed in`,
  };
}

/** As the other operations want a Username: a map member carries no constraints of its own. */
function readUsername(parameters: Parameters): string {
  const shape = {
    kind: 'structure',
    required: ['Username'],
    members: { Username: USERNAME },
  } as const;
  const input = { Username: required(parameters, 'USERNAME') };
  return parseShape(shape, input, 'InvalidParameterException').Username;
}

function findCandidate(
  { users, secretOf }: Pick<Services, 'users' | 'secretOf'>,
  poolId: string,
  username: string,
): Candidate {
  // Both are looked up for everyone, so that the time taken does not tell them apart.
  const simulated = simulateUser(secretOf(poolId), username);
  const user = users.find(poolId, username);
  if (user === undefined) return simulated;
  return { userIdForSrp: user.username, salt: user.salt, verifier: user.verifier, user };
}

interface Answer {
  readonly username: string;
  readonly secretBlock: Buffer;
  readonly timestamp: string;
  readonly signature: Buffer;
}

function readAnswer(responses: Parameters): Answer {
  return {
    username: required(responses, 'USERNAME'),
    secretBlock: Buffer.from(required(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'), 'base64'),
    timestamp: required(responses, 'TIMESTAMP'),
    signature: Buffer.from(required(responses, 'PASSWORD_CLAIM_SIGNATURE'), 'base64'),
  };
}

/** What is wrong with a proof; everything is worked out before anything is said. */
function findFault(
  poolName: string,
  { userIdForSrp, verifier }: Candidate,
  pending: PendingSignIn,
  answer: Answer,
): string | undefined {
  const { secretBlock, timestamp } = answer;
  const key = exchangeKey({ ...pending, verifier });
  const expected = signAnswer(key, { poolName, userIdForSrp, secretBlock, timestamp });
  const isSigned =
    answer.signature.length === expected.length && timingSafeEqual(answer.signature, expected);
  const isUser = [userIdForSrp, pending.usernameKey].includes(answer.username);
  if (!isUser) return 'the answer is for another user';
  if (!isAnswerTimestamp(timestamp)) {
    return 'the timestamp is not written as "Tue Sep 1 07:04:09 UTC 2026"';
  }
  return isSigned ? undefined : 'the proof does not fit the password';
}

function required(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === '') throw missingParameter(name);
  return value;
}
