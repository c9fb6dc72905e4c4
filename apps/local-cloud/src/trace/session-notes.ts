import type { IdentityPool, Role, RoleChoice } from '@gatehouse/auth-model';
import type { Decision } from '@gatehouse/iam';

import type { TemporaryCredentials } from '../cognito-identity/credentials';

/** What a request for credentials came to, as far as it came: references to what decided, never a token of the request. */
export interface SessionNotes {
  pool?: Pick<IdentityPool, 'id'>;
  /** Who signed in; absent for a guest. */
  login?: {
    readonly provider: string;
    readonly username: string;
    readonly groups: readonly string[];
  };
  /** Logins and identity were taken for good. */
  isLoginGood?: true;
  choice?: RoleChoice;
  role?: Pick<Role, 'name' | 'arn'>;
  trust?: Decision;
  issued?: TemporaryCredentials;
}
