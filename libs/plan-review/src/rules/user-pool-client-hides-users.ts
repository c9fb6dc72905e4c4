import { introduced } from '../compare';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const userPoolClientHidesUsers: Rule = {
  id: 'user-pool-client-hides-users',
  title: 'Errors tell who has an account',
  severity: 'medium',
  why: '"User does not exist" lets anybody find out who has an account, address by address.',
  fix: 'Set prevent_user_existence_errors to ENABLED.',
  source: 'Cognito Developer Guide, "Managing user existence error responses"',
  check: (input) => introduced(input, tellingClients),
};

function* tellingClients(snapshot: Snapshot): Iterable<Verdict> {
  for (const client of snapshot.ofType('aws_cognito_user_pool_client')) {
    const errors = client.text('prevent_user_existence_errors', 'LEGACY');
    if (errors.kind === 'unknown') {
      yield cannotKnow(client.address, say`what its errors tell is not known: ${errors.because}`);
    } else if (errors.value !== 'ENABLED') {
      yield finding(client.address, ['its errors tell who has an account']);
    }
  }
}
