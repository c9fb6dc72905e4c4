import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';
import { administer } from './administer';
import { textMapOf, textOf, textsOf } from './body';

/** Source of the lengths: the API model of cognito-idp (UsernameType, PasswordType). */
const MAX_USERNAME = 128;
const MAX_PASSWORD = 256;
const MAX_GROUPS = 100;
const MAX_ATTRIBUTES = 64;

export function createUserEndpoint(operated: Operated): OperatorEndpoint {
  return {
    method: 'POST',
    path: '/user-pools/{poolId}/users',
    summary:
      'make a user who may sign in at once: { "username", "password", "attributes": {}, "groups": [] }',
    answer: ({ parameters: { poolId = '' }, body }) => {
      const user = {
        username: textOf(body, 'username', MAX_USERNAME),
        password: textOf(body, 'password', MAX_PASSWORD),
        attributes: textMapOf(body, 'attributes', MAX_ATTRIBUTES),
        groups: textsOf(body, 'groups', MAX_GROUPS),
      };
      administer(operated, (users) => {
        users.create(poolId, user);
      });
      return { created: user.username };
    },
  };
}
