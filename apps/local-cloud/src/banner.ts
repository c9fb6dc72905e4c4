import { callableRoutes } from '@gatehouse/auth-model';

import { doorsOf } from './front-door';
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
  const { hasWebsite, hasApi, front } = doorsOf(cloud.model, origins);
  const lines = [
    '',
    ...(cloud.instead === undefined ? [] : [`  This is ${cloud.instead}.`, '']),
    ...(hasWebsite ? [`  website           ${origins.website}`] : []),
    `  cognito-idp       ${origins.userPools}`,
    `  cognito-identity  ${origins.identityPools}`,
    ...(hasApi ? [`  execute-api       ${origins.api}`] : []),
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
    `Gatehouse is ready: ${front}`,
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
  const width = Math.max(...users.map(({ username }) => username.length));
  const rows = users.map(({ username, password, groups, userPool }) => {
    const { certain, open } = callableRoutes(cloud.model, userPool, groups);
    const may =
      [...certain, ...open.map((route) => `${route} (it depends)`)].join(', ') || 'nothing';
    return `    ${username.padEnd(width)}  password ${password}   may call ${may}`;
  });
  return ['  Try: sign in as', ...rows, ''];
}
