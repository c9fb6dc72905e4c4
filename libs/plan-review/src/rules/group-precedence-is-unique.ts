import { introduced, withModel } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const groupPrecedenceIsUnique: Rule = {
  id: 'group-precedence-is-unique',
  title: 'Two groups are equally strong',
  severity: 'medium',
  why: 'Whoever is in both has no preferred role: Cognito leaves the claim out, and the pool refuses them or gives the default role.',
  fix: 'Give each group a precedence of its own; the lowest number wins.',
  source: 'Cognito Developer Guide, "Adding groups to a user pool" (assigning precedence values)',
  check: (input) => introduced(input, ties),
};

function* ties(snapshot: Snapshot): Iterable<Verdict> {
  yield* withModel(snapshot, function* ({ userPools }) {
    for (const { groups } of userPools) {
      for (const [at, group] of groups.entries()) {
        const { precedence, roleArn } = group;
        if (precedence?.kind !== 'known' || roleArn?.kind !== 'known') continue;
        const twin = groups
          .slice(0, at)
          .find(
            (other) =>
              other.precedence?.kind === 'known' &&
              other.precedence.value === precedence.value &&
              other.roleArn?.kind === 'known' &&
              other.roleArn.value !== roleArn.value,
          );
        if (twin !== undefined)
          yield finding(
            group.address,
            say`group ${group.name} has precedence ${precedence.value}, as group ${twin.name} has, and another role`,
          );
      }
    }
  });
}
