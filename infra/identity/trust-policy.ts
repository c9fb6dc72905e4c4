/** Who an identity pool says someone is. */
export type Amr = 'authenticated' | 'unauthenticated';

/**
 * Lets one identity pool, and no other, hand out a role, and only to people of one kind. Without the condition on `aud`, any
 * identity pool of any account could.
 * Source: Amazon Cognito Developer Guide, "Role trust and permissions".
 */
export function trustPolicy(identityPoolId: string, amr: Amr): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: amr === 'authenticated' ? 'SignedInThroughThisPool' : 'VisitorsOfThisPool',
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': identityPoolId },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
        },
      },
    ],
  });
}
