import type { AuthModel, UserGroup } from '@gatehouse/auth-model';

import { withModel } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const groupKeepsItsRole: Rule = {
  id: 'group-keeps-its-role',
  title: 'A group gets another role',
  severity: 'high',
  why: 'Everybody in the group may do what the other role may, from their next sign-in on; and a precedence that rises makes its role win over others.',
  fix: 'Change what the role may do, or make another group, so that people are moved one by one.',
  source: 'Cognito Developer Guide, "Adding groups to a user pool"',
  *check({ base, head }) {
    if (base?.model === undefined) return;
    const before = base.model;
    yield* withModel(head, function* (model) {
      for (const group of groupsOf(model)) {
        const was = groupsOf(before).find(({ address }) => address === group.address);
        if (was !== undefined) yield* compare(before, was, model, group);
      }
    });
  },
};

function* compare(
  before: AuthModel,
  was: UserGroup,
  after: AuthModel,
  now: UserGroup,
): Iterable<Verdict> {
  const roleBefore = roleOf(before, was);
  const roleNow = roleOf(after, now);
  if (roleNow !== undefined && roleNow !== roleBefore)
    yield finding(
      now.address,
      roleBefore === undefined
        ? say`group ${now.name} has role ${roleNow}, and had none`
        : say`group ${now.name} has role ${roleNow}, and had ${roleBefore}`,
    );
  if (was.precedence?.kind === 'known' && now.precedence?.kind === 'known') {
    if (now.precedence.value < was.precedence.value)
      yield finding(
        now.address,
        say`group ${now.name} has precedence ${now.precedence.value}, and had ${was.precedence.value}: its role wins over more`,
        'low',
      );
  }
}

const groupsOf = ({ userPools }: AuthModel): readonly UserGroup[] =>
  userPools.flatMap(({ groups }) => groups);

/** By the address of the role, which stays when its name changes. */
function roleOf({ roles }: AuthModel, { roleArn }: UserGroup): string | undefined {
  if (roleArn?.kind !== 'known') return undefined;
  return roles.find(({ arn }) => arn === roleArn.value)?.address ?? roleArn.value;
}
