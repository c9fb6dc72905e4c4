import type { FaultAnswer, LabClockAnswer } from '../operator/answers';
import { counted } from './counted';
import { durationWords } from './offset-words';

/** Less is the time that an answer takes. */
const LEAST_OFFSET_MS = 1000;

/** What the laboratory does to all that is seen here, as a sentence; `undefined` where it does nothing. */
export function labStateWords(
  clock: LabClockAnswer | undefined,
  faults: readonly FaultAnswer[],
): string | undefined {
  const lasting = faults.filter(({ times, hit }) => times === undefined || hit < times).length;
  const parts = [
    ...(clock === undefined ? [] : clockWords(clock)),
    ...(lasting === 0
      ? []
      : [`${counted(lasting, 'faults')} ${lasting === 1 ? 'is' : 'are'} in force`]),
  ];
  return parts.length === 0 ? undefined : `${parts.join(', and ')}.`;
}

function clockWords({ offsetMs, frozen }: LabClockAnswer): readonly string[] {
  const offset =
    Math.abs(offsetMs) < LEAST_OFFSET_MS
      ? ''
      : `${durationWords(offsetMs)} ${offsetMs > 0 ? 'ahead' : 'behind'}`;
  if (frozen) return [`The clock stands still${offset === '' ? '' : `, ${offset}`}`];
  return offset === '' ? [] : [`The clock is ${offset}`];
}
