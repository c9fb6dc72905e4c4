import type { Role } from '@gatehouse/auth-model';
import { openTrustProblem } from '@gatehouse/iam';

import { BootError } from '../boot-error';

/**
 * Stops at a role that AWS would not make, as its trust policy does not say of which identity pool. For configurations only: a state
 * is what AWS has taken, and an old role may have such a policy still.
 */
export function refuseOpenTrust(roles: readonly Pick<Role, 'address' | 'trust'>[]): void {
  for (const { address, trust } of roles) {
    const problem = trust.kind === 'known' ? openTrustProblem(trust.value.statements) : undefined;
    if (problem === undefined) continue;
    throw new BootError(
      'ERR_COGNITO_IDENTITY_OPEN_TRUST',
      `${address}.assume_role_policy is refused by AWS as a MalformedPolicyDocument: ${problem}. Add it to each such statement.`,
    );
  }
}
