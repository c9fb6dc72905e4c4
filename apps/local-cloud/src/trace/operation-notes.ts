import type { IdentityPool, Role, RoleChoice } from '@gatehouse/auth-model';
import type { Decision } from '@gatehouse/iam';

import type { TemporaryCredentials } from '../cognito-identity/credentials';
import type { OpenIdTokenClaims } from '../cognito-identity/open-id-token-keys';
import type { SignatureClaim } from '../sigv4/signature-claim';
import type { StepFacts, StepName } from './trace';

/** What a request to Cognito or STS came to, as far as it came: references to what decided, never a token of the request. */
export interface OperationNotes {
  pool?: Pick<IdentityPool, 'id'>;
  /** Who signed in; absent for a guest. */
  login?: {
    readonly provider: string;
    readonly username: string;
    readonly groups: readonly string[];
  };
  /** The logins were taken for good, or none is needed. */
  isLoginGood?: true;
  /** Whom an identity pool takes them for. */
  identity?: StepFacts['identity'];
  /** A token of an identity pool, that it gave or that STS was brought. */
  token?: Pick<OpenIdTokenClaims, 'sub' | 'aud' | 'amr'>;
  choice?: RoleChoice;
  role?: Pick<Role, 'name' | 'arn'>;
  trust?: Decision;
  issued?: TemporaryCredentials;
  /** Whose session a signature names: also of one that has expired. */
  caller?: TemporaryCredentials;
  /** Of a signature that is good. */
  claim?: Pick<SignatureClaim, 'placement' | 'signedHeaders'>;
  /** What a user pool was asked, and for whom. */
  asked?: StepFacts['operation'];
  /** Which step said no, where that is not the first of which nothing good is known. */
  refusedAt?: StepName;
}
