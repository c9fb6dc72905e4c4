import type { MatrixChange } from '@gatehouse/auth-model';

import type { Marks } from './marks';

/** What changes between two stacks, a line each. */
export function formatChanges(changes: readonly MatrixChange[], marks: Marks): string {
  if (changes.length === 0) return 'No change: the same people can call the same routes.';
  const count = changes.length === 1 ? 'one change' : `${changes.length} changes`;
  return [
    marks.heading(`Who can call what: ${count}`),
    '',
    ...changes.map(({ sentence }) => `  • ${sentence}`),
  ].join('\n');
}
