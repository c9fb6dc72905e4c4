import type { CallFailure } from './call-failure';
import type { CallAnswer } from './call-outcome';
import { clockAheadMs } from './clock-ahead';
import { memberOf } from './read-answer';

/**
 * What went wrong, by an answer that is not a success. The error type decides; where CORS hides
 * it, the sentence does.
 * Sources: Amazon API Gateway developer guide, "Gateway response types"; AWS knowledge center,
 * "How do I troubleshoot HTTP 403 errors from API Gateway?" and "… 429 …".
 */
export function classifyAnswer(answer: CallAnswer): CallFailure {
  const message = messageOf(answer);
  const own = memberOf(answer.json, 'error');
  if (typeof own === 'string' && answer.errorType === undefined) {
    return answer.status >= 500 ? { kind: 'route-failed' } : { kind: 'route-refused', message };
  }
  if (answer.status === 403) return classifyForbidden(answer.errorType, message);
  if (answer.status === 429) {
    return isOne(answer, 'LimitExceededException', /limit exceeded/i)
      ? { kind: 'quota-used' }
      : { kind: 'throttled' };
  }
  if (answer.status === 504) return { kind: 'route-timed-out' };
  if (answer.status === 502) return { kind: 'route-failed' };
  return answer.status >= 500 ? { kind: 'gate-failed' } : { kind: 'unexpected' };
}

function classifyForbidden(errorType: string | undefined, message: string): CallFailure {
  if (/signature (expired|not yet current)/i.test(message)) {
    return { kind: 'clock-wrong', aheadMs: clockAheadMs(message) };
  }
  if (errorType === 'ExpiredTokenException' || /security token.*expired/i.test(message)) {
    return { kind: 'keys-refused', expired: true };
  }
  // The same sentence travels under UnrecognizedClientException and AccessDeniedException.
  if (/security token.*invalid/i.test(message) || errorType === 'UnrecognizedClientException') {
    return { kind: 'keys-refused', expired: false };
  }
  if (/is not authorized to perform/i.test(message) || errorType === 'AccessDeniedException') {
    return {
      kind: 'not-allowed',
      role: /assumed-role\/([^/\s]+)\//.exec(message)?.[1],
      denied: /explicit deny/i.test(message),
    };
  }
  if (errorType === 'ForbiddenException' || message === 'Forbidden') return { kind: 'key-refused' };
  if (/missing authentication token/i.test(message)) return { kind: 'not-recognised' };
  if (/signature|credential should be scoped|key=value pair/i.test(message)) {
    return { kind: 'signature-refused' };
  }
  return { kind: 'unexpected' };
}

function isOne(answer: CallAnswer, errorType: string, sentence: RegExp): boolean {
  return answer.errorType === undefined
    ? sentence.test(messageOf(answer))
    : answer.errorType === errorType;
}

/** API Gateway writes `message`, and `Message` when IAM refuses. */
export function messageOf({ json, text }: CallAnswer): string {
  const message = memberOf(json, 'message') ?? memberOf(json, 'Message');
  return typeof message === 'string' ? message : text;
}
