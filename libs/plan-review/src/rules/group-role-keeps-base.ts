import { accessMatrix, type AuthModel } from '@gatehouse/auth-model';

import { introduced, withModel } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { listed, say } from '../say';
import type { Snapshot } from '../snapshot';

export const groupRoleKeepsBase: Rule = {
  id: 'group-role-keeps-base',
  title: 'A group may not call what every member may',
  severity: 'medium',
  why: 'The role of a group takes the place of the default role, and adds nothing to it: what is not repeated is lost to the group.',
  fix: 'Grant the same methods to the role of the group; in libs/access, let it extend member.',
  source: 'Cognito Developer Guide, "Using role-based access control"',
  check: (input) => introduced(input, poorerGroups),
};

function* poorerGroups(snapshot: Snapshot): Iterable<Verdict> {
  yield* withModel(snapshot, function* (model) {
    const may = permissions(model);
    const members = may('member');
    for (const { address, name } of model.userPools.flatMap(({ groups }) => groups)) {
      const own = may(name);
      const lost = [...members].flatMap(([route, allowed]) =>
        allowed === true && own.get(route) === false ? [route] : [],
      );
      if (lost.length > 0)
        yield finding(
          address,
          say`group ${name} may not call ${listed(lost)}, and every member may`,
        );
    }
  });
}

function permissions(model: AuthModel): (principal: string) => ReadonlyMap<string, boolean | null> {
  const { cells } = accessMatrix(model);
  return (principal) =>
    new Map(
      cells.flatMap((cell) =>
        cell.principal === principal ? [[cell.route, cell.allowed] as const] : [],
      ),
    );
}
