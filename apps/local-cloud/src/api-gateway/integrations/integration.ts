import type { HttpResponse } from '../../http/message';
import type { AdmittedExchange } from '../exchange';
import type { GatewayFailure } from '../failures/gateway-failure';

/** What answers an admitted request. `because` is the clause of the log line that says why it was admitted. */
export type Integration = (
  exchange: AdmittedExchange,
  because: string,
) => Promise<IntegrationOutcome>;

export type IntegrationOutcome =
  | { readonly kind: 'answered'; readonly response: HttpResponse }
  | { readonly kind: 'failed'; readonly failure: GatewayFailure };

export function answered(response: HttpResponse): IntegrationOutcome {
  return { kind: 'answered', response };
}

export function failed(failure: GatewayFailure): IntegrationOutcome {
  return { kind: 'failed', failure };
}
