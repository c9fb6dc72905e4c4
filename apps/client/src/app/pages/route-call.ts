import { Component, computed, inject } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Chain } from '@gatehouse/design-system/chain';
import { FormModel, injectFocus, TextField } from '@gatehouse/design-system/forms';

import { Session } from '../auth/session';
import type { CallOutcome } from '../calls/call-outcome';
import { CallLog } from '../calls/call-log';
import { Calls } from '../calls/calls';
import { chainSteps } from '../calls/chain-steps';
import { failureWords } from '../calls/failure-words';
import { badgeOf } from '../calls/outcome-badge';
import { parameterCheck } from '../calls/parameter-check';
import type { RoutePage } from '../calls/route-pages';
import { CallResult } from '../parts/call-result';
import { injectKeepFocus } from '../parts/keep-focus';

/** The page of one row of the route table. */
@Component({
  selector: 'gh-route-call',
  imports: [CallResult, Chain, RouterLink, TextField],
  templateUrl: './route-call.html',
})
export class RouteCall {
  private readonly calls = inject(Calls);
  private readonly log = inject(CallLog);
  protected readonly session = inject(Session);
  private readonly keepFocus = injectKeepFocus();
  protected readonly page = inject(ActivatedRoute).snapshot.data.page as RoutePage;

  protected readonly form = new FormModel(
    Object.fromEntries(
      this.page.parameters.map((name) => [name, parameterCheck(this.page.path, name)]),
    ),
    injectFocus(),
  );
  protected readonly fields = Object.entries(this.form.fields);
  protected readonly state = computed(() => this.log.stateOf(this.page.key));
  protected readonly outcome = computed((): CallOutcome | undefined => {
    const state = this.state();
    if (state.phase === 'done') return state.outcome;
    return state.phase === 'calling' ? state.previous : undefined;
  });
  protected readonly steps = computed(() =>
    chainSteps(this.state(), this.session.user()?.username),
  );
  protected readonly badge = computed(() => {
    const state = this.state();
    return state.phase === 'done' ? badgeOf(state.outcome) : undefined;
  });
  /** Whose answer is shown: the fields may say another by now. */
  protected readonly calledPath = computed(() => this.outcome()?.path);
  protected readonly button = computed(() => {
    const state = this.state();
    if (state.phase === 'calling') return 'Calling…';
    if (state.phase === 'idle') return `Call ${this.page.key}`;
    return 'Call again';
  });
  /** Said aloud when a call has come back. */
  protected readonly spoken = computed(() => {
    const state = this.state();
    if (state.phase !== 'done') return '';
    const { page } = this;
    const { outcome } = state;
    const { path } = outcome;
    return outcome.kind === 'succeeded'
      ? `${page.method} ${path} answered ${outcome.answer.status}.`
      : failureWords(outcome.failure, { page, path, groups: [] }).title;
  });

  protected readonly call = async (): Promise<void> => {
    await this.form.submit(async (parameters) => {
      await this.calls.call(this.page, parameters);
      this.keepFocus();
      return undefined;
    });
  };

  protected submit(event: Event): void {
    event.preventDefault();
    void this.call();
  }
}
