import {
  parsePolicyDocument,
  PolicyError,
  type NamedPolicy,
  type PolicyDocument,
} from '@gatehouse/iam';

import { AwsError, NotEmulatedError } from '../http/json-error';
import { parseShape, type StructureShape } from '../http/json-shape';

export interface WebIdentityRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly webIdentityToken: string;
  readonly durationSeconds: number;
  /** What it does not allow, the session cannot do. */
  readonly sessionPolicy?: NamedPolicy<PolicyDocument>;
  /** Of the session policy, in percent of what STS takes; 0 without one. */
  readonly policySize: number;
}

const MAX_POLICY_CHARACTERS = 2048;

/** Source: AWS STS API reference, "AssumeRoleWithWebIdentity". */
const SHAPE = {
  kind: 'structure',
  required: ['RoleArn', 'RoleSessionName', 'WebIdentityToken'],
  members: {
    RoleArn: { kind: 'string', min: 20, max: 2048 },
    RoleSessionName: { kind: 'string', min: 2, max: 64, pattern: '[\\w+=,.@-]*' },
    WebIdentityToken: { kind: 'string', min: 4, max: 20_000, sensitive: true },
    ProviderId: { kind: 'string', min: 4, max: 2048 },
    Policy: { kind: 'string', min: 1, max: MAX_POLICY_CHARACTERS },
  },
} as const satisfies StructureShape;

const DURATION = { min: 900, max: 43_200, byDefault: 3600 } as const;

/** @throws AwsError ValidationError or MalformedPolicyDocument; NotEmulatedError for what is not played */
export function parseWebIdentityRequest(
  parameters: Readonly<Record<string, string>>,
): WebIdentityRequest {
  const request = parseShape(SHAPE, parameters, 'ValidationError');
  const durationSeconds = parseDuration(parameters.DurationSeconds);
  refuseWhatIsNotPlayed(parameters);
  const sessionPolicy = request.Policy === undefined ? undefined : parsePolicy(request.Policy);
  const policySize = Math.ceil(((request.Policy?.length ?? 0) * 100) / MAX_POLICY_CHARACTERS);
  return {
    roleArn: request.RoleArn,
    sessionName: request.RoleSessionName,
    webIdentityToken: request.WebIdentityToken,
    durationSeconds,
    policySize,
    ...(sessionPolicy && { sessionPolicy }),
  };
}

function refuseWhatIsNotPlayed(parameters: Readonly<Record<string, string>>): void {
  if (parameters.ProviderId !== undefined) {
    throw new NotEmulatedError(
      'ProviderId of sts AssumeRoleWithWebIdentity is for access tokens of two social providers, which are not emulated by the local cloud. Leave it out for a token of GetOpenIdToken.',
    );
  }
  if (Object.keys(parameters).some((name) => name.startsWith('PolicyArns.'))) {
    throw new NotEmulatedError(
      'PolicyArns of sts AssumeRoleWithWebIdentity are not emulated by the local cloud. Give the Policy itself, or add them to apps/local-cloud/src/sts/parse-web-identity-request.ts.',
    );
  }
}

function parseDuration(text: string | undefined): number {
  if (text === undefined) return DURATION.byDefault;
  const { min, max } = DURATION;
  const seconds = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(seconds)) {
    throw new AwsError('MalformedInput', 'DurationSeconds is not an integer');
  }
  if (seconds >= min && seconds <= max) return seconds;
  const constraint =
    seconds < min
      ? `Member must have value greater than or equal to ${min}`
      : `Member must have value less than or equal to ${max}`;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${text}' at 'durationSeconds' failed to satisfy constraint: ${constraint}`,
  );
}

function parsePolicy(text: string): NamedPolicy<PolicyDocument> {
  const name = 'the session policy of AssumeRoleWithWebIdentity';
  try {
    return { name, document: parsePolicyDocument(text, name, 'identity') };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    if (error.path.endsWith('Principal')) {
      throw new AwsError(
        'MalformedPolicyDocument',
        'Policy document should not specify a principal.',
      );
    }
    throw new AwsError('MalformedPolicyDocument', error.message);
  }
}
