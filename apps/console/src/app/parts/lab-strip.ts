import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { FaultsAnswer, LabClockAnswer } from '../operator/answers';
import { injectLive } from '../operator/live';
import { labStateWords } from './lab-state-words';

/** Says on every page that what is seen there is not as it would be: whoever comes later would look for a bug. */
@Component({
  selector: 'gh-lab-strip',
  imports: [RouterLink],
  template: `
    <div role="status">
      @if (words(); as words) {
        <p class="lab-strip">
          <span>{{ words }}</span> <a routerLink="/lab">To the lab</a>
        </p>
      }
    </div>
  `,
})
export class LabStrip {
  private readonly clock = injectLive<LabClockAnswer>(() => '/lab/clock');
  private readonly faults = injectLive<FaultsAnswer>(() => '/lab/faults');
  /** By the minute: a screen reader says each change, and a clock that stands still falls behind each second. */
  protected readonly words = computed(() => {
    const clock = this.clock.value();
    return labStateWords(
      clock && { ...clock, offsetMs: toMinute(clock.offsetMs) },
      this.faults.value()?.faults ?? [],
    );
  });
}

const MINUTE_MS = 60_000;

function toMinute(ms: number): number {
  return Math.abs(ms) < MINUTE_MS ? ms : Math.round(ms / MINUTE_MS) * MINUTE_MS;
}
