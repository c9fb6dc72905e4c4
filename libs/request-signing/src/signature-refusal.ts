import { SIGNATURE_WINDOW_MS } from './server-time';

/** What is known of a failed answer. */
export interface FailedAnswer {
  readonly status: number;
  /** `x-amzn-ErrorType`, where CORS exposes it. */
  readonly errorType: string | undefined;
  /** `message` or `Message` of a JSON body, or a text body. */
  readonly message: string | undefined;
  /** Milliseconds since the epoch, where the answer tells. */
  readonly serverTime: number | undefined;
  /** The time in the signature that was refused. */
  readonly signedAt: number;
}

/** `clock`: signed for another time than the server's. `session`: the session token has ended. Both can be mended. */
export type SignatureRefusal = 'clock' | 'session' | 'none';

/** AWS's sentences. Source: AWS re:Post, "How do I troubleshoot HTTP 403 errors from API Gateway?" */
const WRONG_TIME =
  /^Signature (?:expired|not yet current): \d{8}T\d{6}Z is (?:now earlier|still later) than /;
const ENDED_SESSION = /^The security token included in the request is expired\.?$/;

/**
 * Tells a signature that a second one can mend from every other refusal, which a retry would only repeat. A type that
 * contradicts the sentence wins, for an API may answer 403 for reasons of its own.
 */
export function classifyRefusal(answer: FailedAnswer): SignatureRefusal {
  if (answer.status !== 403) return 'none';
  if (isEndedSession(answer)) return 'session';
  return isWrongTime(answer) ? 'clock' : 'none';
}

/** Keeps the name of `prefix#Name:http://…`, as AWS's own clients do. */
export function toErrorName(header: string | null): string | undefined {
  const name = header?.split('#').at(-1)?.split(/[,:]/, 1)[0]?.trim();
  return name === '' ? undefined : name;
}

function isEndedSession({ errorType, message }: FailedAnswer): boolean {
  if (errorType === 'ExpiredTokenException' || errorType === 'ExpiredToken') return true;
  const mayBe = errorType === undefined || errorType === 'UnrecognizedClientException';
  return mayBe && ENDED_SESSION.test(message ?? '');
}

function isWrongTime({ errorType, message, serverTime, signedAt }: FailedAnswer): boolean {
  const mayBe = errorType === undefined || errorType === 'InvalidSignatureException';
  if (!mayBe) return false;
  if (message !== undefined) return WRONG_TIME.test(message);
  // The body says nothing (a gateway response of the API's own); the two clocks do.
  const isApart = serverTime !== undefined && Math.abs(serverTime - signedAt) > SIGNATURE_WINDOW_MS;
  return errorType !== undefined && isApart;
}
