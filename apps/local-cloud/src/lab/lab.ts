import type { Clock } from '../clock';
import { FaultList } from './fault-list';
import { LabClock } from './lab-clock';

/** What a person may do to a local cloud that was started with `--lab`. */
export interface Lab {
  readonly clock: LabClock;
  readonly faults: FaultList;
}

export function openLab(real: Clock): Lab {
  return { clock: new LabClock(real), faults: new FaultList() };
}
