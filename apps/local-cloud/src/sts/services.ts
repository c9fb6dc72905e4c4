import type { AuthModel } from '@gatehouse/auth-model';

import type { Clock } from '../clock';
import type { CredentialStore } from '../cognito-identity/credential-store';
import type { TraceRecorder } from '../trace/trace-ring';
import type { OpenIdTokenKeys } from '../cognito-identity/open-id-token-keys';

/** What the operations of STS work with; each asks for the part it needs. */
export interface StsServices {
  readonly model: Pick<AuthModel, 'accountId' | 'region' | 'roles'>;
  readonly clock: Clock;
  readonly traces: TraceRecorder;
  readonly credentials: CredentialStore;
  readonly openIdTokenKeys: OpenIdTokenKeys;
}
