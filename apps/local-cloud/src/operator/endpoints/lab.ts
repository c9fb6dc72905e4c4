import type { LabClock } from '../../lab/lab-clock';
import type { Lab } from '../../lab/lab';
import { parseClockChange, type ClockChange } from '../../lab/parse-clock-change';
import { parseFaults } from '../../lab/parse-faults';
import type { FaultsAnswer, LabClockAnswer } from '../answers';
import type { OperatorEndpoint } from '../endpoint';

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
      summary: 'puts other faults in place of those in force',
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
      clock.set(clock.now() + change.byMs);
      return;
    case 'set':
      clock.set(change.atMs);
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
