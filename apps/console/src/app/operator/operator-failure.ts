/** `absent`: the local cloud has no such endpoint, as it was not started for it. */
export type OperatorFailureKind = 'token-refused' | 'unreachable' | 'absent' | 'refused' | 'failed';

/** Why the operator port gave no answer. `message` is a sentence for a person. */
export class OperatorFailure extends Error {
  override readonly name = 'OperatorFailure';

  constructor(
    readonly kind: OperatorFailureKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function asOperatorFailure(error: unknown): OperatorFailure {
  if (error instanceof OperatorFailure) return error;
  return new OperatorFailure('failed', 'Something in this page went wrong. Reload it.', {
    cause: error,
  });
}

/** @param said the body, as it came */
export function failureOfAnswer(status: number, said: string): OperatorFailure {
  const message = messageIn(said);
  if (status === 401)
    return new OperatorFailure('token-refused', 'The local cloud does not know this token.');
  // What an endpoint does not find has a message.
  if (status === 404 && message === undefined)
    return new OperatorFailure('absent', 'This local cloud does not offer that.');
  if (message !== undefined && status < 500) return new OperatorFailure('refused', message);
  return new OperatorFailure(
    'failed',
    `The local cloud answered ${String(status)}. Its own words are in the terminal that it runs in.`,
  );
}

function messageIn(said: string): string | undefined {
  try {
    const body: unknown = JSON.parse(said);
    if (typeof body !== 'object' || body === null || !('message' in body)) return undefined;
    return typeof body.message === 'string' ? body.message : undefined;
  } catch {
    return undefined;
  }
}
