import type { AuthModel, PasswordPolicy, UserPool } from '@gatehouse/auth-model';

import type { UserAdministration } from '../../cognito-idp/user-administration';
import type { GroupAnswer, UserPoolAnswer, UsersAnswer } from '../answers';
import { OperatorRefusal, type OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';
import { administer } from './administer';
import { roleChoices } from './role-choices';
import { roleNames } from './role-names';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 500;
/** As long as a username may be. */
const MAX_BEGINNING = 128;

export function usersEndpoint(operated: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/users',
    summary: `users and groups of each pool; ?beginning=<of the name>&limit=<1 to ${MAX_LIMIT}>`,
    answer: ({ query }): UsersAnswer => {
      const limit = readLimit(query.get('limit'));
      const beginning = query.get('beginning') ?? '';
      if (beginning.length > MAX_BEGINNING)
        throw new OperatorRefusal(400, `No username is longer than ${MAX_BEGINNING} characters.`);
      const model = operated.played()?.model;
      if (model === undefined) return { pools: [] };
      return administer(operated, (users) => ({
        pools: users.pools.map((pool) => describePool(users, pool, model, { beginning, limit })),
      }));
    },
  };
}

function describePool(
  users: UserAdministration,
  pool: UserPool,
  model: AuthModel,
  { beginning, limit }: { readonly beginning: string; readonly limit: number },
): UserPoolAnswer {
  const { id, name, schema, passwordPolicy, groups } = pool;
  const roleName = roleNames(model.roles);
  return {
    id,
    name,
    requiredAttributes: schema
      .filter(({ required, name: attribute }) => required && attribute !== 'sub')
      .map(({ name: attribute }) => attribute),
    passwordRules: passwordRules(passwordPolicy),
    groups: groups.map(
      ({ name: group, description, precedence, roleArn }): GroupAnswer => ({
        name: group,
        ...(description !== undefined && { description }),
        ...(precedence?.kind === 'known' && { precedence: precedence.value }),
        ...(roleArn?.kind === 'known' && { role: roleName(roleArn.value) }),
        members: users.countIn(id, group),
      }),
    ),
    roleChoices: roleChoices(model, pool),
    total: users.count(id),
    users: users.list(id, beginning, limit),
  };
}

function passwordRules(policy: PasswordPolicy): readonly string[] {
  return [
    `at least ${policy.minimumLength} characters`,
    ...(policy.requireUppercase ? ['an upper case letter'] : []),
    ...(policy.requireLowercase ? ['a lower case letter'] : []),
    ...(policy.requireNumbers ? ['a number'] : []),
    ...(policy.requireSymbols ? ['a symbol'] : []),
  ];
}

function readLimit(given: string | null): number {
  if (given === null) return DEFAULT_LIMIT;
  const limit = Number(given);
  if (/^\d{1,3}$/.test(given) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new OperatorRefusal(400, `"limit" must be a number from 1 to ${MAX_LIMIT}.`);
}
