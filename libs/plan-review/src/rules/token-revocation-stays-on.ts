import { introduced } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import type { Snapshot } from '../snapshot';

export const tokenRevocationStaysOn: Rule = {
  id: 'token-revocation-stays-on',
  title: 'Signing out no longer ends a session',
  severity: 'high',
  why: 'Without revocation a refresh token that was stolen stays good until it ends, whatever its owner does.',
  fix: 'Leave enable_token_revocation at true.',
  source: 'Cognito Developer Guide, "Ending user sessions with token revocation"',
  check: (input) => introduced(input, unrevocable),
};

function* unrevocable(snapshot: Snapshot): Iterable<Verdict> {
  for (const client of snapshot.ofType('aws_cognito_user_pool_client')) {
    const revocation = client.boolean('enable_token_revocation', true);
    if (revocation.kind === 'known' && !revocation.value) {
      yield finding(client.address, ['its refresh tokens cannot be revoked']);
    }
  }
}
