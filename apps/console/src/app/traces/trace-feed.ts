import { inject, Injectable, signal } from '@angular/core';

import type { Trace } from '../operator/answers';
import { Operator } from '../operator/operator';
import { asOperatorFailure, type OperatorFailure } from '../operator/operator-failure';

interface TracesAnswer {
  readonly traces: readonly Trace[];
  readonly next: number;
  readonly missed: number;
}

/** As many as the local cloud keeps itself. */
const KEPT = 1000;
const AT_ONCE = 200;

/** The requests that were seen since this page was opened, and the newest ones before. */
@Injectable({ providedIn: 'root' })
export class TraceFeed {
  private readonly operator = inject(Operator);
  private readonly traces = signal<readonly Trace[] | undefined>(undefined);
  private readonly problem = signal<OperatorFailure | undefined>(undefined);
  /** Absent: whatever is newest. */
  private after: number | undefined;

  /** Oldest first; absent until there was an answer. */
  readonly value = this.traces.asReadonly();
  readonly failure = this.problem.asReadonly();

  async read(): Promise<void> {
    const query = this.after === undefined ? '' : `after=${String(this.after)}&`;
    try {
      const { traces, next } = await this.operator.get<TracesAnswer>(
        `/traces?${query}limit=${String(AT_ONCE)}`,
      );
      const before = this.after === undefined ? [] : (this.traces() ?? []);
      if (traces.length > 0 || this.after === undefined)
        this.traces.set([...before, ...traces].slice(-KEPT));
      this.after = next;
      this.problem.set(undefined);
    } catch (error) {
      this.problem.set(asOperatorFailure(error));
      // Another start of the local cloud counts from 1 again: what it has is read anew.
      this.after = undefined;
    }
  }
}
