import type { LabClock } from '../../lab/lab-clock';
import type { Lab } from '../../lab/lab';
import { parseClockChange, type ClockChange } from '../../lab/parse-clock-change';
import { parseFaults } from '../../lab/parse-faults';
import type { FaultsAnswer, LabClockAnswer } from '../answers';
import { OperatorRefusal, type OperatorEndpoint } from '../endpoint';

/** The laboratory: a clock to be moved, and faults to be ordered. */
export function labEndpoints({ clock, faults }: Lab): readonly OperatorEndpoint[] {
  return [
    {
      method: 'GET',
      path: '/lab/clock',
      summary: 'what time the services take it for',
      answer: (): LabClockAnswer => clock.state,
    },
    {
      method: 'PUT',
      path: '/lab/clock',
      summary: 'moves, stops or resets that clock',
      answer: ({ body }): LabClockAnswer => {
        applyChange(clock, parseClockChange(body));
        return clock.state;
      },
    },
    {
      method: 'GET',
      path: '/lab/faults',
      summary: 'what goes wrong on purpose, and how often it has',
      answer: (): FaultsAnswer => ({ faults: faults.state }),
    },
    {
      method: 'PUT',
      path: '/lab/faults',
      summary: 'puts other faults in place of those in force; what stays in force goes on counting',
      answer: ({ body }): FaultsAnswer => {
        faults.replace(parseFaults(body));
        return { faults: faults.state };
      },
    },
  ];
}

function applyChange(clock: LabClock, change: ClockChange): void {
  switch (change.kind) {
    case 'advance':
      move(clock, clock.now() + change.byMs);
      return;
    case 'set':
      move(clock, change.atMs);
      return;
    case 'freeze':
      clock.freeze();
      return;
    case 'thaw':
      clock.thaw();
      return;
    case 'reset':
      clock.reset();
  }
}

/** @throws OperatorRefusal for a time that the clock does not reach: what is asked for is done whole or not at all */
function move(clock: LabClock, toMs: number): void {
  const { fromMs, untilMs } = clock.range;
  if (toMs < fromMs || toMs > untilMs)
    throw new OperatorRefusal(
      400,
      `The clock goes at most 20 years from the machine's own, from ${minuteOf(fromMs)} to ${minuteOf(untilMs)}, not to ${minuteOf(toMs)}. Name a time between.`,
    );
  clock.set(toMs);
}

/** `2027-01-01T00:00Z` */
function minuteOf(ms: number): string {
  return new Date(ms).toISOString().replace(/:\d{2}\.\d{3}Z$/, 'Z');
}
