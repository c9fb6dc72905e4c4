import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { userPoolExists } from './user-pool-exists';

export const cognitoUserGroup: ResourceFacts = {
  type: 'aws_cognito_user_group',
  source:
    'hashicorp/terraform-provider-aws internal/service/cognitoidp/user_group.go at 0389eec (2025, v6)',
  forceNew: ['name', 'user_pool_id'],
  // Names that differ in case only are the same to Cognito. Source: aws-amplify/amplify-backend issue 1781.
  uniqueAs: (values) => idOf(values).toLowerCase(),
  conflict: () => 'GroupExistsException: A group with the name already exists.',
  create: (values) => ({ id: idOf(values) }),
  checks: [userPoolExists],
};

function idOf(values: SettledValues): string {
  return `${textOf(values, 'user_pool_id') ?? ''}/${textOf(values, 'name') ?? ''}`;
}
