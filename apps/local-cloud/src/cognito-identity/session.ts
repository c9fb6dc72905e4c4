import { COGNITO_PROVIDER, type Session } from '@gatehouse/auth-model';

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

type Context = Readonly<Record<string, string | readonly string[]>>;

/** They stay what they are for as long as the session lives. */
const keysOfSession = new WeakMap<TemporaryCredentials, Context>();

/**
 * The condition keys that an identity pool puts into a session, besides the role itself.
 * Source: IAM User Guide, "AWS global condition context keys", Properties of a role session, and "IAM and AWS STS condition context
 * keys"; times of STS are whole seconds.
 */
export function sessionKeys(caller: TemporaryCredentials): Context {
  const before = keysOfSession.get(caller);
  if (before !== undefined) return before;
  const issued = new Date(Math.floor(caller.issuedAtMs / 1000) * 1000);
  const keys = {
    'aws:TokenIssueTime': issued.toISOString().replace('.000Z', 'Z'),
    [`${COGNITO_PROVIDER}:aud`]: caller.identityPoolId,
    [`${COGNITO_PROVIDER}:sub`]: caller.identityId,
    [`${COGNITO_PROVIDER}:amr`]: caller.amr,
  };
  keysOfSession.set(caller, keys);
  return keys;
}
