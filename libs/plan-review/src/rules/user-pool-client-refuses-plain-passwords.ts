import { introduced } from '../compare';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const userPoolClientRefusesPlainPasswords: Rule = {
  id: 'user-pool-client-refuses-plain-passwords',
  title: 'Passwords may be sent as they are',
  severity: 'high',
  why: 'With SRP a password never leaves the browser. A flow that takes it in plain text shows it to every proxy, log and script on the way.',
  fix: 'Allow ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH only.',
  source: 'Cognito Developer Guide, "Authentication flows"',
  check: (input) => introduced(input, plainFlows),
};

/** With and without the prefix: the older names mean the same. Source: CreateUserPoolClient, "ExplicitAuthFlows". */
const PLAIN: Readonly<Record<string, string>> = {
  ALLOW_USER_PASSWORD_AUTH: 'anybody may sign in with a password in plain text',
  USER_PASSWORD_AUTH: 'anybody may sign in with a password in plain text',
  ALLOW_USER_AUTH: 'anybody may choose to sign in with a password in plain text',
  ALLOW_ADMIN_USER_PASSWORD_AUTH: 'a server may sign in with a password in plain text',
  ADMIN_NO_SRP_AUTH: 'a server may sign in with a password in plain text',
};

function* plainFlows(snapshot: Snapshot): Iterable<Verdict> {
  for (const client of snapshot.ofType('aws_cognito_user_pool_client')) {
    const flows = client.texts('explicit_auth_flows');
    if (flows.kind === 'unknown') {
      yield cannotKnow(client.address, say`its sign-in flows are not known: ${flows.because}`);
      continue;
    }
    for (const flow of flows.value) {
      const meaning = Object.hasOwn(PLAIN, flow) ? PLAIN[flow] : undefined;
      if (meaning !== undefined) yield finding(client.address, say`${[meaning]} (${flow})`);
    }
  }
}
