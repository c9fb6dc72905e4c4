import type { JsonObject } from '../http/json-body';
import type { OperationAnswer } from '../http/json-protocol';
import type { OperationNotes } from '../trace/operation-notes';
import { getCredentialsForIdentity } from './operations/get-credentials-for-identity';
import { getId } from './operations/get-id';
import { getOpenIdToken } from './operations/get-open-id-token';
import { unlinkIdentity } from './operations/unlink-identity';
import type { IdentityServices } from './services';

type IdentityOperation = (
  services: IdentityServices,
  input: JsonObject,
  notes: OperationNotes,
) => Promise<OperationAnswer>;

/** One line per operation that is emulated, one file for each in `operations/`. */
export const OPERATIONS = {
  GetCredentialsForIdentity: getCredentialsForIdentity,
  GetId: getId,
  GetOpenIdToken: getOpenIdToken,
  UnlinkIdentity: unlinkIdentity,
} as const satisfies Record<string, IdentityOperation>;

/** Every operation of the real service. Source: Amazon Cognito Federated Identities API Reference, "Actions". */
export const KNOWN_OPERATIONS = [
  'CreateIdentityPool',
  'DeleteIdentities',
  'DeleteIdentityPool',
  'DescribeIdentity',
  'DescribeIdentityPool',
  'GetCredentialsForIdentity',
  'GetId',
  'GetIdentityPoolRoles',
  'GetOpenIdToken',
  'GetOpenIdTokenForDeveloperIdentity',
  'GetPrincipalTagAttributeMap',
  'ListIdentities',
  'ListIdentityPools',
  'ListTagsForResource',
  'LookupDeveloperIdentity',
  'MergeDeveloperIdentities',
  'SetIdentityPoolRoles',
  'SetPrincipalTagAttributeMap',
  'TagResource',
  'UnlinkDeveloperIdentity',
  'UnlinkIdentity',
  'UntagResource',
  'UpdateIdentityPool',
] as const;
