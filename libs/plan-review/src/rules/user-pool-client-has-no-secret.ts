import { introduced } from '../compare';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const userPoolClientHasNoSecret: Rule = {
  id: 'user-pool-client-has-no-secret',
  title: 'A client of a browser has a secret',
  severity: 'medium',
  why: 'A browser cannot keep a secret: it is sent to every visitor, and sign-in without a SECRET_HASH fails for everybody.',
  fix: 'Leave generate_secret out. A server that signs people in gets a client of its own.',
  source: 'Cognito Developer Guide, "Application-specific settings with app clients"',
  check: (input) => introduced(input, secretClients),
};

function* secretClients(snapshot: Snapshot): Iterable<Verdict> {
  for (const client of snapshot.ofType('aws_cognito_user_pool_client')) {
    const secret = client.boolean('generate_secret', false);
    if (secret.kind === 'unknown') {
      yield cannotKnow(
        client.address,
        say`whether it has a secret is not known: ${secret.because}`,
      );
    } else if (secret.value) {
      yield finding(client.address, ['it has a secret, which no browser can keep']);
    }
  }
}
