import { evaluateTrust as evaluateTrustPolicy, type Decision } from '@gatehouse/iam';

import type { Role } from '../model';
import { COGNITO_SESSION_NAME } from './authorize-session';

/** Whom an identity pool wants to give a role. */
export interface TrustRequest {
  /** The id of the identity pool. */
  readonly audience: string;
  /** How the identity signed in: `['unauthenticated']`, or `authenticated`, the provider and `<provider>:CognitoSignIn:<sub>`. */
  readonly amr: readonly string[];
  /** The identity id; `undefined` where no identity has been made yet, as in a review. */
  readonly subject: string | undefined;
  /** What the session is to be tagged with: the policy must then allow `sts:TagSession` too. @default nothing */
  readonly tags?: Readonly<Record<string, string>>;
  /** Tags of which only the name is known. @default none */
  readonly unknownTags?: readonly string[];
  /** `RoleSessionName` of the basic flow. @default the name that identity pools give */
  readonly sessionName?: string;
}

/**
 * Whether a role lets an identity pool give it away.
 * Source: Cognito Developer Guide, "IAM roles" (role trust and permissions) and "Using attributes for access control" (TagSession);
 * STS API reference, "AssumeRoleWithWebIdentity".
 */
export function evaluateTrust(role: Pick<Role, 'name' | 'trust'>, request: TrustRequest): Decision {
  const { tags = {}, unknownTags = [] } = request;
  const assumed = ask(role, request, 'sts:AssumeRoleWithWebIdentity');
  const isTagged = Object.keys(tags).length + unknownTags.length > 0;
  if (!isTagged || assumed.effect === 'deny') return assumed;
  const tagged = ask(role, request, 'sts:TagSession');
  return tagged.effect === 'allow' ? assumed : tagged;
}

function ask(
  role: Pick<Role, 'name' | 'trust'>,
  { audience, amr, subject, tags = {}, unknownTags = [], sessionName }: TrustRequest,
  action: string,
): Decision {
  const key = (name: string): string => `cognito-identity.amazonaws.com:${name}`;
  const names = [...Object.keys(tags), ...unknownTags];
  const requestTags = Object.entries(tags).map(
    ([tag, value]) => [`aws:RequestTag/${tag}`, value] as const,
  );
  return evaluateTrustPolicy(
    { name: `trust of role ${role.name}`, document: role.trust },
    {
      principal: { type: 'Federated', value: 'cognito-identity.amazonaws.com' },
      action,
      context: {
        [key('aud')]: audience,
        [key('amr')]: amr,
        ...(subject !== undefined && { [key('sub')]: subject }),
        'sts:RoleSessionName': sessionName ?? COGNITO_SESSION_NAME,
        ...(names.length > 0 && { 'aws:TagKeys': names }),
        ...Object.fromEntries(requestTags),
      },
      unknownKeys: [
        ...(subject === undefined ? [key('sub')] : []),
        ...unknownTags.map((tag) => `aws:RequestTag/${tag}`),
      ],
    },
  );
}
