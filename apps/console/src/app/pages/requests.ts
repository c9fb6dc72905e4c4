import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';

import { injectRepeatedly } from '../operator/live';
import { counted } from '../parts/counted';
import { LiveState } from '../parts/live-state';
import { timeOf } from '../parts/moments';
import { filterIn, filterQuery } from '../traces/filter-query';
import { filterTraces, type TraceFilter } from '../traces/filter-traces';
import { traceChain } from '../traces/trace-chain';
import { TraceFeed } from '../traces/trace-feed';
import { whoAsked } from '../traces/trace-steps';
import { badgeOf, verdictOf, whatWasAsked } from '../traces/trace-words';

const VERDICTS: readonly { readonly value: TraceFilter['verdict']; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'allowed', label: 'Allowed' },
  { value: 'refused', label: 'Refused' },
  { value: 'failed', label: 'Failed' },
];
/** More than anyone looks through; a filter finds the others. */
const SHOWN = 200;

/** What the gate was asked, as it happens. */
@Component({
  selector: 'gh-requests',
  imports: [LiveState, RouterLink],
  templateUrl: './requests.html',
})
export class Requests {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly query = toSignal(this.route.queryParamMap);
  protected readonly feed = inject(TraceFeed);
  protected readonly verdicts = VERDICTS;
  protected readonly requests = (count: number): string => counted(count, 'requests');
  protected readonly filter = signal(filterIn(this.route.snapshot.queryParamMap));
  /** The list must not move under whoever reads it. */
  protected readonly paused = signal(false);
  private readonly found = computed(() => filterTraces(this.feed.value() ?? [], this.filter()));
  protected readonly total = computed(() => this.found().length);
  protected readonly older = computed(() => {
    const count = this.total() - this.rows().length;
    return `${counted(count, 'older ones')} ${count === 1 ? 'fits' : 'fit'}`;
  });
  protected readonly rows = computed(() =>
    this.found()
      .slice(0, SHOWN)
      .map((trace) => ({
        trace,
        time: timeOf(trace.atMs),
        what: whatWasAsked(trace),
        who: whoAsked(trace) ?? 'nobody known',
        badge: badgeOf(trace),
        kind: verdictOf(trace) === 'allowed' ? 'ok' : 'bad',
        chain: traceChain(trace),
      })),
  );
  protected readonly isFiltered = computed(() => {
    const { verdict, text } = this.filter();
    return verdict !== 'all' || text !== '';
  });

  constructor() {
    // Another address of this page, as by its link in the navigation, is another filter.
    effect(() => {
      const query = this.query();
      if (query === undefined) return;
      untracked(() => {
        this.filter.set(filterIn(query));
      });
    });
    void this.feed.read();
    injectRepeatedly(() => (this.paused() ? Promise.resolve() : this.feed.read()));
  }

  protected narrow(change: Partial<TraceFilter>): void {
    this.filter.update((filter) => ({ ...filter, ...change }));
    // In the address, so that whoever comes back finds the list as it was; without a step of its own for each letter.
    const queryParams = filterQuery(this.filter());
    void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true });
  }

  protected search({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.narrow({ text: target.value });
  }
}
