import type { AuthModel, LambdaFunction, Method, RestApi } from '@gatehouse/auth-model';
import { describeDecision, type Decision } from '@gatehouse/iam';

import type { HttpResponse } from '../../http/message';
import type { InvocationResult, LambdaInvoker } from '../../lambda/invocation';
import type { AdmittedExchange } from '../exchange';
import { failure } from '../failures/gateway-failure';
import { firstHeader } from '../../http/request-headers';
import {
  answered,
  failed,
  type FunctionRun,
  type Integration,
  type IntegrationOutcome,
} from './integration';
import { functionsByStage, type ProxyIntegration } from './functions-by-stage';
import { isBinary } from './media-types';
import { traceHeader } from './passed-headers';
import { proxyEvent } from './proxy-event';
import { parseProxyResult, type ProxyResult } from './proxy-result';
import { remapHeaders } from './remapped-headers';

export interface LambdaProxyServices {
  readonly model: Pick<AuthModel, 'accountId' | 'functions'>;
  readonly lambda: LambdaInvoker;
}

/** A synchronous invocation takes 6 MB. Source: Lambda Developer Guide, "Lambda quotas". */
const MAX_EVENT_BYTES = 6 * 1024 * 1024;

/** @throws BootError when the method's function is not in the stack */
export function createLambdaProxy(
  { model, lambda }: LambdaProxyServices,
  api: RestApi,
  method: Method,
  settings: ProxyIntegration,
): Integration {
  const functions = functionsByStage(model, api, method, settings);
  return async (exchange, because) => {
    const { requestId } = exchange.ids;
    const called = functions.get(exchange.stage.name);
    if (called === undefined) {
      return failed(
        failure(
          'configuration',
          `stage ${exchange.stage.name} lacks a variable of ${settings.functionArn}`,
        ),
      );
    }
    const { fn, permitted } = called;
    if (permitted.effect !== 'allow') return mayNotInvoke(fn, permitted);
    const event = proxyEvent(exchange, api, model);
    if (isTooLarge(exchange, event)) {
      return failed(failure('eventTooLarge', 'the event is over the 6 MB that Lambda takes'));
    }
    const { timeoutMs } = settings;
    const result = await lambda.invoke(fn.arn, event, { timeoutMs, requestId });
    const run = describeRun(fn, result);
    switch (result.kind) {
      case 'returned':
        return toOutcome(result.payload, exchange, api, because, run);
      case 'function-error':
        return failed(
          failure(
            'badIntegrationAnswer',
            `function ${fn.name} failed: ${run.errorType ?? ''}: ${run.errorMessage ?? ''}`,
          ),
          run,
        );
      // Throttled, say: API Gateway does not pass on what Lambda's API answers.
      case 'refused':
        return failed(
          failure(
            'configuration',
            `Lambda did not run function ${fn.name}: ${run.errorType ?? ''}: ${run.errorMessage ?? ''}`,
          ),
          run,
        );
      case 'timed-out':
        return failed(
          failure('timedOut', `function ${fn.name} gave no answer within ${timeoutMs} ms`),
          run,
        );
    }
  };
}

function mayNotInvoke({ name }: LambdaFunction, permitted: Decision): IntegrationOutcome {
  const because = `API Gateway may not invoke function ${name}: its resource policy ${describeDecision(permitted)}`;
  return failed(failure('mayNotInvoke', because));
}

function describeRun({ name }: LambdaFunction, result: InvocationResult): FunctionRun {
  const { kind: outcome, durationMs, start } = result;
  const run = { name, outcome, durationMs, ...(start && { start }) };
  if (result.kind === 'returned' || result.kind === 'timed-out') return run;
  const { errorType, errorMessage } = result;
  return { ...run, errorType: oneLine(errorType), errorMessage: oneLine(errorMessage) };
}

/** What a function throws may be long and of many lines; a log line is one. A copy: a part of a text keeps all of it in memory. */
function oneLine(text: string): string {
  const first = (text.split(/[\r\n]/, 1)[0] ?? '').slice(0, 200);
  return Buffer.from(first, 'utf16le').toString('utf16le');
}

/** Writing JSON twice costs time, so only a body that could make the event too large is measured. */
function isTooLarge({ request }: AdmittedExchange, event: unknown): boolean {
  return (
    request.body.length > MAX_EVENT_BYTES / 8 &&
    Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES
  );
}

function toOutcome(
  payload: unknown,
  exchange: AdmittedExchange,
  api: RestApi,
  because: string,
  run: FunctionRun,
): IntegrationOutcome {
  const parsed = parseProxyResult(payload);
  if (parsed.kind === 'malformed')
    return failed(failure('badIntegrationAnswer', parsed.because), run);
  return answered(toResponse(parsed.result, exchange, api, because), run);
}

function toResponse(
  result: ProxyResult,
  { headers, ids }: AdmittedExchange,
  { binaryMediaTypes }: RestApi,
  because: string,
): HttpResponse {
  const decode =
    result.isBase64Encoded && isBinary(binaryMediaTypes, firstHeader(headers, 'accept'));
  const own = remapHeaders(result.headers);
  const hasType = own.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    status: result.status,
    headers: [
      ...(hasType ? [] : [['Content-Type', 'application/json'] as const]),
      ['x-amzn-RequestId', ids.requestId],
      ['x-amz-apigw-id', ids.extendedRequestId],
      ...own,
      ['X-Amzn-Trace-Id', traceHeader(firstHeader(headers, 'x-amzn-trace-id'), ids.traceRoot)],
    ],
    body: decode ? Buffer.from(result.body, 'base64') : result.body,
    decision: `${result.status} ${because}`,
  };
}
