import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { Notice } from '@gatehouse/design-system/notice';

import type { LabClockAnswer } from '../operator/answers';
import { Operator } from '../operator/operator';
import { asOperatorFailure } from '../operator/operator-failure';
import { momentOf } from './moments';
import { durationWords, offsetWords } from './offset-words';

interface Step {
  readonly label: string;
  readonly byMs: number;
  readonly means: string;
}

/** A signature is good for five minutes, so one more is past it for every client. */
const STEPS: readonly Step[] = [
  { label: '+ 6 min', byMs: 6 * 60_000, means: 'signatures expire' },
  { label: '+ 1 hour', byMs: 3_600_000, means: 'tokens and credentials expire' },
  { label: '+ 1 day', byMs: 86_400_000, means: 'codes run out, daily quotas begin anew' },
];

/** What time the services take it for, and what can be done about it. */
@Component({
  selector: 'gh-lab-clock',
  imports: [Notice],
  templateUrl: './lab-clock.html',
})
export class LabClock {
  private readonly operator = inject(Operator);
  private readonly document = inject(DOCUMENT);
  readonly clock = input.required<LabClockAnswer>();
  /** A sentence that says what was done. */
  readonly changed = output<string>();

  protected readonly steps = STEPS;
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | undefined>(undefined);
  /** Why the date was not taken. */
  protected readonly unset = signal<string | undefined>(undefined);
  protected readonly now = computed(() => momentOf(this.clock().nowMs));
  protected readonly offset = computed(() => offsetWords(this.clock().offsetMs));

  protected advance({ byMs }: Step): Promise<void> {
    return this.change({ advanceMs: byMs }, `The clock is ${durationWords(byMs)} further.`);
  }

  protected toggle(): Promise<void> {
    const frozen = !this.clock().frozen;
    return this.change({ frozen }, frozen ? 'The clock stands still.' : 'The clock goes on.');
  }

  protected reset(): Promise<void> {
    return this.change({ reset: true }, 'The clock is this machine’s again.');
  }

  protected async set(event: Event, text: string): Promise<void> {
    event.preventDefault();
    // A browser gives nothing for a date that is not whole.
    const atMs = Date.parse(text);
    if (Number.isNaN(atMs)) {
      this.unset.set('Enter a whole date and time.');
      this.document.getElementById('lab-at')?.focus();
      return;
    }
    const at = new Date(atMs).toISOString();
    await this.change({ at }, `The clock is set to ${momentOf(atMs)}.`, this.unset);
  }

  /** @param problem where it is said that it was refused */
  private async change(change: object, said: string, problem = this.problem): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    this.unset.set(undefined);
    try {
      await this.operator.send('PUT', '/lab/clock', change);
      this.changed.emit(said);
    } catch (error) {
      problem.set(asOperatorFailure(error).message);
    } finally {
      this.busy.set(false);
    }
  }
}
