import type { Clock } from '../clock';
import type { CodeDelivery } from './mail/code-delivery';
import type { PoolDirectory } from './pool-directory';
import type { SecretBlocks } from './srp/secret-block';
import type { CodeStore } from './store/code-store';
import type { DisabledUserStore } from './store/disabled-user-store';
import type { PoolSecrets } from './store/pool-secret-store';
import type { SessionStore } from './store/session-store';
import type { UserStore } from './store/user-store';
import type { AccessTokenCheck } from './tokens/access-token-check';
import type { TokenIssuer } from './tokens/token-issuer';
import type { HourlyLimit } from './users/hourly-limit';
import type { Lockouts } from './users/lockouts';

/** What operations may ask for; each takes the least of it. */
export interface IdpServices {
  readonly clock: Clock;
  readonly pools: PoolDirectory;
  readonly users: UserStore;
  readonly disabledUsers: DisabledUserStore;
  readonly codes: CodeStore;
  readonly sessions: SessionStore;
  readonly codeDelivery: CodeDelivery;
  readonly secretOf: PoolSecrets;
  readonly blocks: SecretBlocks;
  readonly tokens: TokenIssuer;
  readonly checkAccessToken: AccessTokenCheck;
  readonly lockouts: Lockouts;
  readonly confirmLimit: HourlyLimit;
  readonly resendLimit: HourlyLimit;
}
