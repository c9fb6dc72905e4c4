import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';
import { administer } from './administer';
import { booleanOf, textsOf } from './body';

const USER = '/user-pools/{poolId}/users/{username}';
const MAX_GROUPS = 100;

/** What can be done to one user who is there. */
export function changeUserEndpoints(operated: Operated): readonly OperatorEndpoint[] {
  return [
    {
      method: 'POST',
      path: `${USER}/confirm`,
      summary: 'confirm a user without a code; the email stays unverified',
      answer: ({ parameters: { poolId = '', username = '' } }) => {
        administer(operated, (users) => {
          users.confirm(poolId, username);
        });
        return { confirmed: username };
      },
    },
    {
      method: 'PUT',
      path: `${USER}/groups`,
      summary: 'put a user into these groups and no others: { "groups": [] }',
      answer: ({ parameters: { poolId = '', username = '' }, body }) => {
        const groups = textsOf(body, 'groups', MAX_GROUPS);
        administer(operated, (users) => {
          users.setGroups(poolId, username, groups);
        });
        return { groups };
      },
    },
    {
      method: 'PUT',
      path: `${USER}/enabled`,
      summary: 'let a user sign in, or end their sessions and let them not: { "enabled": true }',
      answer: ({ parameters: { poolId = '', username = '' }, body }) => {
        const enabled = booleanOf(body, 'enabled');
        administer(operated, (users) => {
          users[enabled ? 'enable' : 'disable'](poolId, username);
        });
        return { enabled };
      },
    },
    {
      method: 'DELETE',
      path: USER,
      summary: 'delete a user with all that is theirs',
      answer: ({ parameters: { poolId = '', username = '' } }) => {
        administer(operated, (users) => {
          users.remove(poolId, username);
        });
        return { deleted: username };
      },
    },
  ];
}
