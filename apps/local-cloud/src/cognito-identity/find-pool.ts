import type { IdentityPool } from '@gatehouse/auth-model';

import type { IdentityServices } from './services';

export function findPool(
  { identityPools }: IdentityServices['model'],
  id: string,
): IdentityPool | undefined {
  return identityPools.find((pool) => pool.id === id);
}

/** Settled: `createCognitoIdentity` refuses a pool that leaves it open. */
export function takesGuests({ allowUnauthenticated: allow }: IdentityPool): boolean {
  return allow.kind === 'known' && allow.value;
}
