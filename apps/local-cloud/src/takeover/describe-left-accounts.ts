import type { AuthModel } from '@gatehouse/auth-model';

import type { Stack } from '../boot/read-stack';

/** What one stack knows its accounts by. */
interface Inhabited {
  readonly stack: Pick<Stack, 'kind' | 'words'>;
  readonly model: { readonly userPools: readonly Pick<AuthModel['userPools'][number], 'id'>[] };
}

/**
 * Whoever signed up a moment ago is unknown after a takeover by other pools, and would look for the mistake elsewhere.
 * @returns undefined where every pool goes on
 */
export function describeLeftAccounts(before: Inhabited, after: Inhabited): string | undefined {
  const ids = new Set(after.model.userPools.map(({ id }) => id));
  if (before.model.userPools.every(({ id }) => ids.has(id))) return undefined;
  const left = `the user pool is another one now: sign in anew; accounts of before stay with ${before.stack.words}`;
  return before.stack.kind === 'synthesized'
    ? `${left}, which a plain npm start serves again`
    : left;
}
