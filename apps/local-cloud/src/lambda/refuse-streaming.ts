const NOT_MODELLED =
  'Response streaming is not modelled by the local cloud: return the whole response from the handler, which works on AWS too.';

/**
 * On AWS every function finds a global `awslambda`, whose use is to stream responses. Without one, a function that wants it would fail
 * with "awslambda is not defined", which sounds like its own mistake.
 * Source: AWS Lambda Developer Guide, "Response streaming for Lambda functions".
 */
export function refuseStreaming(): void {
  const refuse = (): never => {
    throw new Error(NOT_MODELLED);
  };
  Object.assign(globalThis, {
    awslambda: { streamifyResponse: refuse, HttpResponseStream: { from: refuse } },
  });
}
