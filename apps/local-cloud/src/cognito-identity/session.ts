import type { Session } from '@gatehouse/auth-model';

import type { TemporaryCredentials } from './credentials';

type SessionOfRole = Pick<TemporaryCredentials, 'role' | 'sessionName'>;

/** `AROA…:CognitoIdentityCredentials`. */
export function sessionUserId({ role, sessionName }: SessionOfRole): string {
  return `${role.uniqueId}:${sessionName}`;
}

/** `arn:aws:sts::<account>:assumed-role/<role>/CognitoIdentityCredentials`. Source: IAM User Guide, "IAM identifiers". */
export function sessionArn({ role, sessionName }: SessionOfRole, accountId: string): string {
  return `arn:aws:sts::${accountId}:assumed-role/${role.name}/${sessionName}`;
}

/** What the decisions weigh of a session, besides its role. */
export function sessionOfCredentials({
  sessionName: name,
  sessionPolicies: policies,
  principalTags: tags,
}: Pick<TemporaryCredentials, 'sessionName' | 'sessionPolicies' | 'principalTags'>): Session {
  return { name, tags, ...(policies && { policies }) };
}

/** How API Gateway tells a function who signed in: without it, a guest. */
export function authenticationOf(
  amr: readonly string[],
): Pick<TemporaryCredentials, 'amr' | 'authenticationType' | 'authenticationProvider'> {
  const [type, ...providers] = amr;
  return type === 'authenticated'
    ? { amr, authenticationType: 'authenticated', authenticationProvider: providers.join(',') }
    : { amr, authenticationType: 'unauthenticated' };
}

/** The condition keys that an identity pool puts into a session, besides the role itself. */
export function sessionKeys(
  caller: TemporaryCredentials,
): Readonly<Record<string, string | readonly string[]>> {
  return {
    'aws:FederatedProvider': 'cognito-identity.amazonaws.com',
    'cognito-identity.amazonaws.com:aud': caller.identityPoolId,
    'cognito-identity.amazonaws.com:sub': caller.identityId,
    'cognito-identity.amazonaws.com:amr': caller.amr,
  };
}
