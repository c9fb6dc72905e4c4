import type { Check } from '../../resource/resource-facts';
import { textOf } from '../reading';

/** Cognito knows what belongs to a pool only with the pool. Source of the words: any operation of the API on an unknown pool. */
export const userPoolExists: Check = (values, cloud) => {
  const pool = textOf(values, 'user_pool_id');
  return pool !== undefined && cloud.find('aws_cognito_user_pool', pool) !== undefined
    ? undefined
    : `ResourceNotFoundException: User pool ${pool ?? ''} does not exist.`;
};
