import { introduced } from '../compare';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const identityPoolKeepsGuestsOut: Rule = {
  id: 'identity-pool-keeps-guests-out',
  title: 'Credentials without signing in, or by the classic flow',
  severity: 'high',
  why: 'Guests are anybody on the internet with AWS credentials. In the classic flow the caller, not the pool, chooses the role, and no session policy narrows a guest.',
  fix: 'Leave allow_unauthenticated_identities and allow_classic_flow at false, unless a route is meant for guests.',
  source: 'Cognito Developer Guide, "Identity pools authentication flow"',
  check: (input) => introduced(input, openPools),
};

const GATES = [
  { argument: 'allow_unauthenticated_identities', opened: 'anybody gets credentials as a guest' },
  {
    argument: 'allow_classic_flow',
    opened: 'the classic flow is on: callers choose their role among all that trust the pool',
  },
] as const;

function* openPools(snapshot: Snapshot): Iterable<Verdict> {
  for (const pool of snapshot.ofType('aws_cognito_identity_pool')) {
    for (const { argument, opened } of GATES) {
      const gate = pool.boolean(argument, false);
      if (gate.kind === 'unknown')
        yield cannotKnow(pool.address, say`${argument} is not known: ${gate.because}`);
      else if (gate.value) yield finding(pool.address, [opened]);
    }
  }
}
