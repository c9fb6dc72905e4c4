import { defineGroups } from './group-table';

/** Who there is. `member` is every signed-in user; every other row is a Cognito group with a role of its own. */
export const groups = defineGroups({
  member: { description: 'Every signed-in user' },
  admin: { extends: 'member', precedence: 10, description: 'Administrators' },
});

export type GroupName = keyof typeof groups;

export function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(groups, name);
}
