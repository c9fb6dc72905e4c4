import { diffAccess, type AccessDiff } from '@gatehouse/auth-model';

import type { NotKnown } from '../finding';
import { prose, say } from '../say';
import type { Snapshot } from '../snapshot';

export interface ComparedAccess {
  readonly access?: AccessDiff;
  readonly unknown: readonly NotKnown[];
}

/** Compares who can call what, where both stacks are understood. What is set and not weighed is said, too. */
export function compareAccess(base: Snapshot, head: Snapshot): ComparedAccess {
  const unread = [base, head].flatMap(({ whyNoModel, graph }): readonly NotKnown[] =>
    whyNoModel === undefined
      ? []
      : [
          {
            address: '',
            because: say`who can call what in ${graph.fileName}: ${prose(whyNoModel)}`,
          },
        ],
  );
  if (base.model === undefined || head.model === undefined) return { unknown: unread };
  const before = new Set(
    base.model.unsupported.map(({ address, attribute }) => `${address}.${attribute}`),
  );
  const unweighed = head.model.unsupported
    .filter(({ address, attribute }) => !before.has(`${address}.${attribute}`))
    .map(({ address, attribute, because }) => ({
      address,
      because: say`${attribute} is set and not weighed: ${prose(because)}`,
    }));
  const access = diffAccess(base.model, head.model);
  const doubtful = access.doubtful.map(({ principal, route, reason }) => ({
    address: '',
    because: say`whether ${principal} can call ${route}: ${prose(reason)}`,
  }));
  return { access, unknown: [...doubtful, ...unweighed] };
}
