import type { AuthModel, LambdaFunction, Method, RestApi } from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';
import type { HttpResponse } from '../../http/message';
import type { LambdaInvoker } from '../../lambda/invocation';
import type { AdmittedExchange } from '../exchange';
import { failure } from '../failures/gateway-failure';
import { firstHeader } from '../request-headers';
import { answered, failed, type Integration, type IntegrationOutcome } from './integration';
import { createInvokePermission, describeRefusedInvoke } from './lambda-permission';
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
  settings: { readonly functionArn: string; readonly timeoutMs: number },
): Integration {
  const fn = findFunction(model.functions, settings.functionArn, method);
  const permission = createInvokePermission(fn, api, model.accountId, method.resourcePath);
  return async (exchange, because) => {
    const { requestId } = exchange.ids;
    const permitted = permission(exchange.stage.name, exchange.request.method);
    if (permitted.effect !== 'allow') {
      return failed(failure('mayNotInvoke', describeRefusedInvoke(permitted, fn)));
    }
    const event = proxyEvent(exchange, api, model);
    if (isTooLarge(exchange, event)) {
      return failed(failure('eventTooLarge', 'the event is over the 6 MB that Lambda takes'));
    }
    const { timeoutMs } = settings;
    const result = await lambda.invoke(fn.arn, event, { timeoutMs, requestId });
    switch (result.kind) {
      case 'returned':
        return toOutcome(result.payload, exchange, api, because);
      case 'function-error':
        return failed(
          failure(
            'badIntegrationAnswer',
            `function ${fn.name} failed: ${oneLine(`${result.errorType}: ${result.errorMessage}`)}`,
          ),
        );
      case 'timed-out':
        return result.by === 'integration'
          ? failed(failure('timedOut', `function ${fn.name} gave no answer within ${timeoutMs} ms`))
          : failed(failure('badIntegrationAnswer', `function ${fn.name} reached its own timeout`));
    }
  };
}

/** What a function throws may be long and of many lines; a log line is one. */
function oneLine(text: string): string {
  return (text.split(/[\r\n]/, 1)[0] ?? '').slice(0, 200);
}

function findFunction(
  functions: readonly LambdaFunction[],
  arn: string,
  method: Method,
): LambdaFunction {
  const fn = functions.find((one) => one.arn === arn);
  if (fn !== undefined) return fn;
  throw new BootError(
    'ERR_API_GATEWAY_FUNCTION',
    `${method.address} calls ${arn}, and no aws_lambda_function of the stack has this ARN.`,
  );
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
): IntegrationOutcome {
  const parsed = parseProxyResult(payload);
  if (parsed.kind === 'malformed') return failed(failure('badIntegrationAnswer', parsed.because));
  return answered(toResponse(parsed.result, exchange, api, because));
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
