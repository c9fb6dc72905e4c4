import { NotEmulatedError } from '../../http/json-error';
import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import { finishSrp } from '../flows/user-srp-auth';
import type { IdpServices } from '../services';
import { CALLER_CONTEXT, CLIENT_ID, SESSION, TEXT_MAP } from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['ClientId', 'ChallengeName'],
  members: {
    ClientId: CLIENT_ID,
    ChallengeName: {
      kind: 'string',
      values: [
        'SMS_MFA',
        'EMAIL_OTP',
        'SOFTWARE_TOKEN_MFA',
        'SELECT_MFA_TYPE',
        'MFA_SETUP',
        'PASSWORD_VERIFIER',
        'CUSTOM_CHALLENGE',
        'SELECT_CHALLENGE',
        'DEVICE_SRP_AUTH',
        'DEVICE_PASSWORD_VERIFIER',
        'ADMIN_NO_SRP_AUTH',
        'NEW_PASSWORD_REQUIRED',
        'SMS_OTP',
        'PASSWORD',
        'WEB_AUTHN',
        'PASSWORD_SRP',
      ],
    },
    Session: SESSION,
    ChallengeResponses: { ...TEXT_MAP, value: { ...TEXT_MAP.value, sensitive: true } },
    ...CALLER_CONTEXT,
    ClientMetadata: TEXT_MAP,
  },
} as const;

export const RespondToAuthChallenge = define(INPUT, respondToAuthChallenge);

function respondToAuthChallenge(
  services: IdpServices,
  input: Parsed<typeof INPUT>,
): Promise<OperationAnswer> {
  const responses = input.ChallengeResponses ?? new Map<string, string>();
  const where = services.pools.client(input.ClientId, responses.get('SECRET_HASH'));
  if (input.ChallengeName === 'PASSWORD_VERIFIER') return finishSrp(services, where, responses);
  throw new NotEmulatedError(
    `The ${input.ChallengeName} challenge is not emulated by the local cloud. To add it: a file in apps/local-cloud/src/cognito-idp/flows and a line in operations/respond-to-auth-challenge.ts.`,
  );
}
