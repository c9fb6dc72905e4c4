import { evaluateTrust as evaluateTrustPolicy, type Decision } from '@gatehouse/iam';

import type { Role } from '../model';

/** Whom an identity pool wants to give a role. */
export interface TrustRequest {
  /** The id of the identity pool. */
  readonly audience: string;
  /** How the identity signed in: `['unauthenticated']`, or `authenticated`, the provider and `<provider>:CognitoSignIn:<sub>`. */
  readonly amr: readonly string[];
  /** The identity id; `undefined` where no identity has been made yet, as in a review. */
  readonly subject: string | undefined;
}

/**
 * Whether a role lets an identity pool give it away.
 * Source: Cognito Developer Guide, "IAM roles" (role trust and permissions); STS API reference, "AssumeRoleWithWebIdentity".
 */
export function evaluateTrust(role: Pick<Role, 'name' | 'trust'>, request: TrustRequest): Decision {
  const key = (name: string): string => `cognito-identity.amazonaws.com:${name}`;
  const context = { [key('aud')]: request.audience, [key('amr')]: request.amr };
  return evaluateTrustPolicy(
    { name: `trust of role ${role.name}`, document: role.trust },
    {
      principal: { type: 'Federated', value: 'cognito-identity.amazonaws.com' },
      action: 'sts:AssumeRoleWithWebIdentity',
      context:
        request.subject === undefined ? context : { ...context, [key('sub')]: request.subject },
      unknownKeys: request.subject === undefined ? [key('sub')] : [],
    },
  );
}
