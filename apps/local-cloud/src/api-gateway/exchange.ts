import type { Method, Stage } from '@gatehouse/auth-model';

import type { TemporaryCredentials } from '../cognito-identity/credentials';
import type { HttpRequest } from '../http/message';
import type { RequestHeaders } from '../http/request-headers';
import type { RequestIds } from './request-ids';
import type { StagePath } from './routing/stage-path';

/** One request on its way through the gateway. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly headers: RequestHeaders;
  readonly ids: RequestIds;
}

/** A request that has found its method. */
export interface RoutedExchange extends Exchange {
  readonly stage: Stage;
  readonly place: StagePath;
  readonly method: Method;
  readonly pathParameters: Readonly<Record<string, string>> | null;
}

/** A request that has passed every check; only an integration is left to answer it. */
export interface AdmittedExchange extends RoutedExchange {
  /** Absent on methods without authorization. */
  readonly caller?: TemporaryCredentials;
  /** Only where the method requires a key. */
  readonly apiKey?: { readonly id: string; readonly value: string };
}
