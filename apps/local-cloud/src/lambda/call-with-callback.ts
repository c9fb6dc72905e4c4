import type { Callback, Handler } from './load-handler';

/**
 * Calls a handler of a runtime that still has callbacks. A promise settles the invocation; else the callback does, at once or when
 * the event loop is empty, as the handler wishes; and one that does neither answers null once nothing is left to do.
 * Source: AWS Lambda Developer Guide, "Define Lambda function handler in Node.js" and "context object".
 */
export function callWithCallback(
  handler: Handler,
  event: unknown,
  context: { readonly callbackWaitsForEmptyEventLoop: boolean },
): Promise<unknown> {
  let answer: unknown = null;
  let atRest = (): void => undefined;
  return new Promise<unknown>((resolve, reject) => {
    let called = false;
    const callback: Callback = (error, result) => {
      if (called) return;
      called = true;
      answer = result;
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a function may fail with anything; Lambda says with what
      if (error !== undefined && error !== null) reject(error);
      else if (!context.callbackWaitsForEmptyEventLoop) resolve(result);
    };
    atRest = () => {
      resolve(answer);
    };
    process.once('beforeExit', atRest);
    const returned = handler(event, context, callback);
    // What a handler returns is ignored unless it is a promise.
    if (isThenable(returned)) resolve(returned);
  }).finally(() => process.off('beforeExit', atRest));
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}
