import type { CallFailureKind } from './call-failure';
import type { CallOutcome } from './call-outcome';

export interface Badge {
  readonly kind: 'ok' | 'bad';
  /** `200 OK · 41 ms`; a failure that got no answer has no status. */
  readonly text: string;
}

const IN_A_WORD: Readonly<Record<CallFailureKind, string>> = {
  'signed-out': 'Signed out',
  'no-keys': 'Not sent',
  'no-role': 'Not sent',
  'keys-refused': 'Keys refused',
  'clock-wrong': 'Clock wrong',
  'signature-refused': 'Bad signature',
  'not-recognised': 'Not recognised',
  'not-allowed': 'Not allowed',
  'key-refused': 'Key refused',
  throttled: 'Slow down',
  'quota-used': 'Quota used up',
  'route-refused': 'Refused by the route',
  'route-failed': 'Route failed',
  'route-timed-out': 'Timed out',
  'gate-failed': 'Gate failed',
  offline: 'Offline',
  unreachable: 'No answer',
  'not-sent': 'Not sent',
  unexpected: 'Unexpected',
};

/** The outcome in one line. */
export function badgeOf(outcome: CallOutcome): Badge {
  const ok = outcome.kind === 'succeeded';
  const words = ok
    ? outcome.answer.status === 200
      ? 'OK'
      : 'Done'
    : IN_A_WORD[outcome.failure.kind];
  const status = outcome.answer === undefined ? '' : `${outcome.answer.status} `;
  return { kind: ok ? 'ok' : 'bad', text: `${status}${words} · ${outcome.durationMs} ms` };
}
