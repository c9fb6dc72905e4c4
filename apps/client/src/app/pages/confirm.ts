import { Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { FormModel, injectFocus, required, TextField } from '@gatehouse/design-system/forms';
import { Notice } from '@gatehouse/design-system/notice';

import type { AuthFailureCode } from '../auth/auth-failure';
import { failureSentences } from '../auth/failure-sentences';
import { asAuthFailure, LOAD_AUTH_GATEWAY, RouterLink } from '../first-load';
import { Entrance } from '../parts/entrance';

@Component({
  selector: 'gh-confirm',
  imports: [Entrance, Notice, RouterLink, TextField],
  templateUrl: './confirm.html',
})
export class Confirm {
  private readonly gateway = inject(LOAD_AUTH_GATEWAY);
  private readonly router = inject(Router);
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;

  protected readonly from = this.query.get('from');
  protected readonly mailedTo = signal(this.mailedToOnTheWayHere());
  protected readonly resend = signal<'no' | 'sending' | 'sent'>('no');
  protected readonly failure = signal<AuthFailureCode | undefined>(undefined);
  protected readonly sentence = computed(() => {
    const code = this.failure();
    if (code === undefined) return undefined;
    // On this page no password was given: the account, or its state, is what does not fit.
    return code === 'wrong-credentials'
      ? 'That username and code don’t fit. Check both, or ask for a new code.'
      : failureSentences[code];
  });
  protected readonly form = new FormModel(
    {
      username: required('Enter your username.'),
      code: required('Enter the code from the mail.'),
    },
    injectFocus(),
    { username: this.query.get('username') ?? '' },
  );

  protected submit(event: Event): void {
    event.preventDefault();
    void this.form.submit(async (values) => {
      const username = values.username.trim();
      this.failure.set(undefined);
      this.resend.set('no');
      try {
        await (await this.gateway()).confirmSignUp(username, values.code.trim());
        await this.router.navigate(['/sign-in'], { queryParams: { username, confirmed: '' } });
      } catch (error) {
        this.failure.set(asAuthFailure(error).code);
        this.form.fields.code.focus();
      }
      return undefined;
    });
  }

  protected async sendAgain(): Promise<void> {
    if (this.resend() === 'sending') return;
    if (!this.form.check('username')) return;
    const username = this.form.values().username.trim();
    this.failure.set(undefined);
    this.mailedTo.set(undefined);
    this.resend.set('sending');
    try {
      this.mailedTo.set(await (await this.gateway()).resendCode(username));
      this.resend.set('sent');
    } catch (error) {
      this.resend.set('no');
      this.failure.set(asAuthFailure(error).code);
    }
  }

  private mailedToOnTheWayHere(): string | undefined {
    const mailedTo: unknown = this.router.currentNavigation()?.extras.state?.mailedTo;
    return typeof mailedTo === 'string' ? mailedTo : undefined;
  }
}
