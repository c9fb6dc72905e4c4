import {
  COGNITO_PROVIDER,
  evaluateTrust,
  type AskedRequest,
  type Role,
} from '@gatehouse/auth-model';
import { describeDecision, type Decision } from '@gatehouse/iam';

import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import { generateCredentials } from '../../cognito-identity/generate-credentials';
import type { OpenIdTokenClaims } from '../../cognito-identity/open-id-token-keys';
import { authenticationOf, sessionArn, sessionUserId } from '../../cognito-identity/session';
import { tagProblem } from '../../cognito-identity/tag-problem';
import { AwsError } from '../../http/json-error';
import { header, type HttpRequest } from '../../http/message';
import type { OperationNotes } from '../../trace/operation-notes';
import { parseWebIdentityRequest, type WebIdentityRequest } from '../parse-web-identity-request';
import type { QueryAnswer } from '../query-protocol';
import type { StsServices } from '../services';
import { verifyWebIdentity } from '../verify-web-identity';

/**
 * The basic flow: a role for a token of an identity pool, where the role's trust policy consents. Guests are not scoped down here.
 * Source: AWS STS API reference, "AssumeRoleWithWebIdentity".
 * @throws AwsError as STS refuses
 */
export async function assumeRoleWithWebIdentity(
  services: StsServices,
  parameters: Readonly<Record<string, string>>,
  sent: HttpRequest,
  notes: OperationNotes,
): Promise<QueryAnswer> {
  const { model, clock, credentials, openIdTokenKeys } = services;
  const request = parseWebIdentityRequest(parameters);
  const claims = await verifyWebIdentity(openIdTokenKeys, request.webIdentityToken, clock.now());
  notes.token = claims;
  const { role, trust } = assertTrusted(
    model.roles,
    request,
    claims,
    askedRequest(sent, clock.now()),
    notes,
  );
  if (request.durationSeconds > role.maxSessionSeconds) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  const issued = issue(request, claims, role, trust, clock.now());
  credentials.add(issued);
  notes.issued = issued;
  return onTheWire(issued, request, model.accountId);
}

type Consent = Extract<Decision, { effect: 'allow' }>;

/** Whether there is no such role or it does not trust the token is for the log alone. */
function assertTrusted(
  roles: readonly Role[],
  { roleArn, sessionName }: WebIdentityRequest,
  { aud, amr, sub, principalTags: tags }: OpenIdTokenClaims,
  asking: AskedRequest,
  notes: OperationNotes,
): { readonly role: Role; readonly trust: Consent } {
  const role = roles.find(({ arn }) => arn === roleArn);
  if (role === undefined) throw accessDenied(`the stack has no role ${roleArn}`);
  notes.role = role;
  notes.choice = asked(role);
  const problem = tagProblem(tags);
  if (problem !== undefined) throw accessDenied(problem);
  const trust = evaluateTrust(role, {
    audience: aud,
    amr,
    subject: sub,
    tags,
    sessionName,
    asker: 'client',
    request: asking,
  });
  notes.trust = trust;
  if (trust.effect === 'allow') return { role, trust };
  throw accessDenied(`the trust policy of role ${role.name} ${describeDecision(trust)}`);
}

/** Nobody chooses in the basic flow. */
function asked({ arn }: Role): TemporaryCredentials['choice'] {
  return {
    kind: 'role',
    roleArn: arn,
    because: 'assumed-role',
    detail: 'the caller asked STS for it, with a token of the identity pool',
  };
}

/** What the trust policy sees of the request itself: whoever asks STS needs no credentials, and is seen as it comes. */
function askedRequest(request: HttpRequest, atMs: number): AskedRequest {
  return {
    atMs,
    sourceIp: request.sourceIp,
    userAgent: header(request, 'user-agent'),
    referer: header(request, 'referer'),
  };
}

function issue(
  { sessionName, sessionPolicy, durationSeconds }: WebIdentityRequest,
  { aud, sub, amr, principalTags }: OpenIdTokenClaims,
  role: Role,
  trust: Consent,
  nowMs: number,
): TemporaryCredentials {
  return {
    ...generateCredentials(nowMs, durationSeconds),
    role: { name: role.name, arn: role.arn, uniqueId: role.uniqueId },
    choice: asked(role),
    trust,
    flow: 'basic',
    sessionName,
    ...(sessionPolicy && { sessionPolicies: [sessionPolicy] }),
    principalTags,
    identityId: sub,
    identityPoolId: aud,
    ...authenticationOf(amr),
  };
}

function onTheWire(
  issued: TemporaryCredentials,
  { policySize }: WebIdentityRequest,
  accountId: string,
): QueryAnswer {
  const Arn = sessionArn(issued, accountId);
  return {
    result: {
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: new Date(issued.expiresAtMs).toISOString().replace('.000Z', 'Z'),
      },
      SubjectFromWebIdentityToken: issued.identityId,
      AssumedRoleUser: { AssumedRoleId: sessionUserId(issued), Arn },
      ...(policySize > 0 && { PackedPolicySize: String(policySize) }),
      Provider: COGNITO_PROVIDER,
      Audience: issued.identityPoolId,
    },
    decision: `${issued.identityId} gets role ${issued.role.name} as ${Arn}; its trust policy: ${describeDecision(issued.trust)}`,
  };
}

function accessDenied(because: string): AwsError {
  return new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', {
    status: 403,
    because,
  });
}
