import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { asAuthFailure, endsSession } from '../auth/auth-failure';
import { failureSentences } from '../auth/failure-sentences';
import { Session } from '../auth/session';
import { CallLog } from '../calls/call-log';
import type { CallOutcome } from '../calls/call-outcome';
import { roleSeen } from '../calls/chain-steps';
import { failureWords } from '../calls/failure-words';
import type { RoutePage } from '../calls/route-pages';
import { injectKeepFocus } from './keep-focus';
import { SignedDetails } from './signed-details';
import { until } from './until';

/** What came back: the answer and who the API saw, or why there is none and what to do. */
@Component({
  selector: 'gh-call-result',
  imports: [RouterLink, SignedDetails],
  templateUrl: './call-result.html',
})
export class CallResult {
  readonly page = input.required<RoutePage>();
  readonly outcome = input.required<CallOutcome>();
  /** Makes the call again. Not an output(): it would be the only one, and weigh on the first page. */
  readonly again = input.required<() => unknown>();

  protected readonly session = inject(Session);
  private readonly log = inject(CallLog);
  private readonly keepFocus = injectKeepFocus();
  protected readonly until = until;
  protected readonly refreshing = signal(false);
  protected readonly refreshProblem = signal<string | undefined>(undefined);

  protected readonly words = computed(() => {
    const outcome = this.outcome();
    if (outcome.kind === 'succeeded') return undefined;
    const groups = this.session.user()?.groups ?? [];
    return failureWords(outcome.failure, { page: this.page(), path: outcome.path, groups });
  });
  protected readonly body = computed(() => {
    const { answer } = this.outcome();
    if (answer === undefined) return undefined;
    return answer.json === undefined ? answer.text : JSON.stringify(answer.json, null, 2);
  });
  protected readonly caller = computed(() => {
    const outcome = this.outcome();
    return outcome.kind === 'succeeded' ? outcome.caller : undefined;
  });
  protected readonly role = computed(() => roleSeen(this.outcome()));

  /** New tokens, new keys, and the same call once more. */
  protected async refreshAccess(): Promise<void> {
    if (this.refreshing()) return;
    this.refreshing.set(true);
    this.refreshProblem.set(undefined);
    const start = performance.now();
    try {
      await this.session.refreshAccess();
      this.again()();
    } catch (error) {
      const failure = asAuthFailure(error);
      if (endsSession(failure)) this.noteSignedOut(performance.now() - start);
      else this.refreshProblem.set(failureSentences[failure.code]);
    } finally {
      this.refreshing.set(false);
    }
  }

  /** The call would have met the same: nobody is signed in any more, and the page must not look as though. */
  private noteSignedOut(durationMs: number): void {
    const { path } = this.outcome();
    const outcome: CallOutcome = {
      kind: 'failed',
      failure: { kind: 'signed-out' },
      path,
      durationMs: Math.round(durationMs),
      at: new Date(),
      signed: undefined,
      answer: undefined,
    };
    this.log.note(this.page().key, { phase: 'done', outcome });
    this.keepFocus();
  }
}
