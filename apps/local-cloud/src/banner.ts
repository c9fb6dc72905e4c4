import { accessMatrix } from '@gatehouse/auth-model';

import type { SeedUser } from './cognito-idp/seed/parse-seed';
import type { LocalCloud } from './local-cloud';
import type { Log } from './log';

/**
 * What a newcomer needs: where it is, who to be, what to try. The ready line comes last, and means it.
 * @param isTerminal a person reads it, to whom a link with the token in it is a click; anything else may be a log that is kept
 */
export function printBanner(
  cloud: LocalCloud,
  print: Log,
  { isTerminal }: { readonly isTerminal: boolean },
): void {
  const { origins } = cloud;
  const lines = [
    '',
    ...(cloud.instead === undefined ? [] : [`  This is ${cloud.instead}.`, '']),
    `  website           ${origins.website}`,
    `  cognito-idp       ${origins.userPools}`,
    `  cognito-identity  ${origins.identityPools}`,
    `  execute-api       ${origins.api}`,
    `  operator          ${origins.operator}   (token in ${cloud.operatorTokenFile})`,
    `  s3                ${origins.s3}`,
    ...cloud.further.map(
      ({ kind, origin, address }) => `  ${SERVICE_OF[kind].padEnd(16)}  ${origin}   (${address})`,
    ),
    `  console           ${isTerminal ? cloud.consoleLink : `${origins.operator}/   (asks for that token)`}`,
    '',
    ...accounts(cloud),
    '  Mail with confirmation codes is printed here. Ctrl-C stops everything.',
    '',
    `Gatehouse is ready: ${origins.website}`,
  ];
  lines.forEach((line) => {
    print(line);
  });
}

const SERVICE_OF = { api: 'execute-api', website: 'website' } as const;

/** Accounts exist in this machine's seed file only, so their passwords are no secret. */
function accounts(cloud: LocalCloud): readonly string[] {
  const users = cloud.seedUsers;
  if (users.length === 0) return [];
  const { cells } = accessMatrix(cloud.model);
  const width = Math.max(...users.map(({ username }) => username.length));
  const rows = users.map((user) => {
    const who = principalOf(user);
    const allowed = cells.filter(({ principal, allowed }) => principal === who && allowed === true);
    const may = allowed.map(({ route }) => route).join(', ') || 'nothing';
    return `    ${user.username.padEnd(width)}  password ${user.password}   may call ${may}`;
  });
  return ['  Try: sign in as', ...rows, ''];
}

/** As the access matrix names them: by group, or `member`, who is in none. */
function principalOf({ groups }: SeedUser): string {
  return groups.length === 0 ? 'member' : groups.join(' + ');
}
