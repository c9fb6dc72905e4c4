import type { AuthModel } from '@gatehouse/auth-model';

import type { Clock } from '../clock';
import type { CredentialLookup } from '../cognito-identity/credentials';
import type { LambdaInvoker } from '../lambda/invocation';
import type { Log } from '../log';
import type { TraceRecorder } from '../trace/trace-ring';
import type { QuotaWindow } from './usage/quota-window';
import type { UsageLedger } from './usage/usage-ledger';

export interface ExecuteApiServices {
  readonly model: Pick<
    AuthModel,
    'region' | 'accountId' | 'restApis' | 'apiKeys' | 'usagePlans' | 'roles' | 'functions'
  >;
  readonly clock: Clock;
  readonly credentials: CredentialLookup;
  readonly lambda: LambdaInvoker;
  readonly log: Log;
  readonly traces: TraceRecorder;
  /** @default kept in memory, empty at start */
  readonly usage?: UsageLedger;
  /** @default AWS's own for the region */
  readonly accountRate?: number;
  /** @default 'rolling' */
  readonly quotaWindow?: QuotaWindow;
}
