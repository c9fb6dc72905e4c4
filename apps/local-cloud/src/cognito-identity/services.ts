import type { AuthModel } from '@gatehouse/auth-model';

import type { Clock } from '../clock';
import type { TokenVerifier } from '../cognito-idp/token-verifier';
import type { CredentialStore } from './credential-store';
import type { IdentityStore } from './identity-store';

/** What the operations work with; each asks for the part it needs. */
export interface IdentityServices {
  readonly model: Pick<AuthModel, 'identityPools' | 'roles'>;
  readonly clock: Clock;
  readonly tokens: TokenVerifier;
  readonly identities: IdentityStore;
  readonly credentials: CredentialStore;
}
