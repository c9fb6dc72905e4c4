import type { ResourceFacts } from '../../resource/resource-facts';
import { cognitoIdentityPool } from './cognito-identity-pool';
import { cognitoIdentityPoolRolesAttachment } from './cognito-identity-pool-roles-attachment';
import { cognitoUserGroup } from './cognito-user-group';
import { cognitoUserPool } from './cognito-user-pool';
import { cognitoUserPoolClient } from './cognito-user-pool-client';

export const IDENTITY_TYPES: readonly ResourceFacts[] = [
  cognitoUserPool,
  cognitoUserPoolClient,
  cognitoUserGroup,
  cognitoIdentityPool,
  cognitoIdentityPoolRolesAttachment,
];
