import type { HttpResponse } from '../../http/message';
import type { InvocationResult, InvocationTimes } from '../../lambda/invocation';
import type { AdmittedExchange } from '../exchange';
import type { GatewayFailure } from '../failures/gateway-failure';

/** What answers an admitted request. `because` is the clause of the log line that says why it was admitted. */
export type Integration = (
  exchange: AdmittedExchange,
  because: string,
) => Promise<IntegrationOutcome>;

export type IntegrationOutcome =
  | { readonly kind: 'answered'; readonly response: HttpResponse; readonly run?: FunctionRun }
  | { readonly kind: 'failed'; readonly failure: GatewayFailure; readonly run?: FunctionRun };

/** What a function was asked and how that went, for explanations: none of what it answered. */
export interface FunctionRun extends InvocationTimes {
  readonly name: string;
  readonly outcome: InvocationResult['kind'];
  /** Of a failure. */
  readonly errorType?: string;
  /** Its first line, and no reference to the rest. */
  readonly errorMessage?: string;
}

export function answered(response: HttpResponse, run?: FunctionRun): IntegrationOutcome {
  return { kind: 'answered', response, ...(run && { run }) };
}

export function failed(failure: GatewayFailure, run?: FunctionRun): IntegrationOutcome {
  return { kind: 'failed', failure, ...(run && { run }) };
}
