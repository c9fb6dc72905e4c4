import type { AuthModel } from '@gatehouse/auth-model';

import type { Clock } from '../clock';
import type { TokenVerifier } from '../cognito-idp/token-verifier';
import type { TraceRecorder } from '../trace/trace-ring';
import type { CredentialStore } from './credential-store';
import type { IdentityStore } from './identity-store';
import type { OpenIdTokenKeys } from './open-id-token-keys';
import type { ExternalTokens } from './external-tokens';

/** What the operations work with; each asks for the part it needs. */
export interface IdentityServices {
  readonly model: Pick<AuthModel, 'accountId' | 'identityPools' | 'region' | 'roles'>;
  readonly clock: Clock;
  readonly traces: TraceRecorder;
  readonly tokens: TokenVerifier;
  /** Of providers outside the stack. */
  readonly externalTokens: ExternalTokens;
  /** What identity pools sign themselves. */
  readonly openIdTokenKeys: OpenIdTokenKeys;
  readonly identities: IdentityStore;
  readonly credentials: CredentialStore;
}
