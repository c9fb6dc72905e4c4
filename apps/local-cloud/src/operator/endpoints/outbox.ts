import type { UserPool } from '@gatehouse/auth-model';

import type { MailAnswer } from '../answers';
import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';

export function outboxEndpoint({ played }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/outbox',
    summary: 'mail that was sent, newest first',
    answer: (): readonly MailAnswer[] => {
      const now = played();
      if (now === undefined) return [];
      const { userPools } = now.model;
      return now.outbox.list().map(({ userPoolId, ...mail }) => ({
        ...mail,
        ...(userPoolId !== undefined &&
          isWorthSaying(userPoolId, userPools) && { userPool: nameOf(userPoolId, userPools) }),
      }));
    },
  };
}

/** Of the only pool there is, everybody knows that it was the one. */
function isWorthSaying(id: string, pools: readonly Pick<UserPool, 'id'>[]): boolean {
  return pools.length > 1 || pools.every((pool) => pool.id !== id);
}

/** Names of user pools need not be unique. */
function nameOf(id: string, pools: readonly Pick<UserPool, 'id' | 'name'>[]): string {
  const name = pools.find((pool) => pool.id === id)?.name;
  if (name === undefined) return id;
  return pools.filter((pool) => pool.name === name).length > 1 ? `${name} (${id})` : name;
}
