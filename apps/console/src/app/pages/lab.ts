import { Component, computed, signal } from '@angular/core';

import type { FaultsAnswer, LabClockAnswer } from '../operator/answers';
import { injectLive, type Live } from '../operator/live';
import { LabClock } from '../parts/lab-clock';
import { LabFaults } from '../parts/lab-faults';
import { LiveState } from '../parts/live-state';

/** A clock to move and faults to order, where the local cloud runs with `--lab`. */
@Component({
  selector: 'gh-lab',
  imports: [LabClock, LabFaults, LiveState],
  templateUrl: './lab.html',
})
export class Lab {
  protected readonly clock = injectLive<LabClockAnswer>(() => '/lab/clock');
  protected readonly faults = injectLive<FaultsAnswer>(() => '/lab/faults');
  /** What was done last, for those who look elsewhere. */
  protected readonly done = signal('');
  protected readonly isOff = computed(() => this.clock.failure()?.kind === 'absent');

  protected refresh(live: Pick<Live<unknown>, 'refresh'>): void {
    void live.refresh();
  }
}
