import { isGroupName, type GroupName } from '@gatehouse/access';

import { ApiError } from './api-error';

/** Who the gateway saw, after it had verified the signature. */
export interface Caller {
  readonly identityId: string;
  /** The role's name, as in IAM. */
  readonly role: string;
  /** The group that the role belongs to; null for a role of no group in the table. */
  readonly group: GroupName | null;
}

/** What the gateway says of who signed. */
export interface SignedIdentity {
  /** `<region>:<guid>`; null where the credentials came from elsewhere than the identity pool. */
  readonly cognitoIdentityId: string | null;
  readonly userArn: string | null;
}

/** Source: IAM User Guide, "IAM identifiers" (assumed-role ARN) and "IAM and AWS STS quotas" (characters of a role name). */
const ASSUMED_ROLE = /^arn:aws[a-z-]*:sts::\d{12}:assumed-role\/(?<role>[\w+=,.@-]+)\/[\w+=,.@-]+$/;

/**
 * @param roleNamePrefix what precedes the group in a role's name: `gatehouse-dev-`
 * @throws ApiError where the caller did not come through the identity pool: the method is open, or the key is another's
 */
export function callerOf(identity: SignedIdentity, roleNamePrefix: string): Caller {
  const { cognitoIdentityId: identityId, userArn } = identity;
  const role = ASSUMED_ROLE.exec(userArn ?? '')?.groups?.role;
  if (identityId === null || identityId === '' || role === undefined) {
    throw new ApiError(
      'CallerUnknown',
      'The gateway named no identity of the identity pool for this request: call with credentials from signing in.',
    );
  }
  return { identityId, role, group: groupOf(role, roleNamePrefix) };
}

function groupOf(role: string, prefix: string): GroupName | null {
  if (!role.startsWith(prefix)) return null;
  const name = role.slice(prefix.length);
  return isGroupName(name) ? name : null;
}
