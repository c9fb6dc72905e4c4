import type { StructureShape } from '../http/json-shape';

const IDENTITY_OR_POOL_ID = {
  kind: 'string',
  min: 1,
  max: 55,
  pattern: '[\\w-]+:[0-9a-f-]+',
} as const;

const LOGINS = {
  kind: 'map',
  value: { kind: 'string', min: 1, max: 50_000, sensitive: true },
} as const;

/** Source: Amazon Cognito Federated Identities API Reference, "GetId". */
export const GET_ID = {
  kind: 'structure',
  required: ['IdentityPoolId'],
  members: {
    AccountId: { kind: 'string', min: 1, max: 15, pattern: '\\d+' },
    IdentityPoolId: IDENTITY_OR_POOL_ID,
    Logins: LOGINS,
  },
} as const satisfies StructureShape;

/** Source: Amazon Cognito Federated Identities API Reference, "GetCredentialsForIdentity". */
export const GET_CREDENTIALS_FOR_IDENTITY = {
  kind: 'structure',
  required: ['IdentityId'],
  members: {
    IdentityId: IDENTITY_OR_POOL_ID,
    Logins: LOGINS,
    CustomRoleArn: { kind: 'string', min: 20, max: 2048 },
  },
} as const satisfies StructureShape;

/** Source: Amazon Cognito Federated Identities API Reference, "GetOpenIdToken". */
export const GET_OPEN_ID_TOKEN = {
  kind: 'structure',
  required: ['IdentityId'],
  members: { IdentityId: IDENTITY_OR_POOL_ID, Logins: LOGINS },
} as const satisfies StructureShape;

/** Source: Amazon Cognito Federated Identities API Reference, "UnlinkIdentity". */
export const UNLINK_IDENTITY = {
  kind: 'structure',
  required: ['IdentityId', 'Logins', 'LoginsToRemove'],
  members: {
    IdentityId: IDENTITY_OR_POOL_ID,
    Logins: LOGINS,
    LoginsToRemove: { kind: 'list', member: { kind: 'string', min: 1, max: 128 } },
  },
} as const satisfies StructureShape;
