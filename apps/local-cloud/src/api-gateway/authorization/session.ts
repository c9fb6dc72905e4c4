import type { TemporaryCredentials } from '../../cognito-identity/credentials';

type SessionRole = Pick<TemporaryCredentials, 'role'>;

/** Every session that an identity pool makes has this name. */
const SESSION_NAME = 'CognitoIdentityCredentials';

/** `AROA…:CognitoIdentityCredentials`. */
export function sessionUserId({ role }: SessionRole): string {
  return `${role.uniqueId}:${SESSION_NAME}`;
}

/** `arn:aws:sts::<account>:assumed-role/<role>/CognitoIdentityCredentials`. Source: IAM User Guide, "IAM identifiers". */
export function sessionArn({ role }: SessionRole, accountId: string): string {
  return `arn:aws:sts::${accountId}:assumed-role/${role.name}/${SESSION_NAME}`;
}
