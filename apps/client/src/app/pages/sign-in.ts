import { Component, inject, signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { FormModel, injectFocus, required, TextField } from '@gatehouse/design-system/forms';
import { Notice } from '@gatehouse/design-system/notice';

import type { AuthFailureCode } from '../auth/auth-failure';
import type { SignInStep } from '../auth/auth-gateway';
import { failureSentences } from '../auth/failure-sentences';
import { asAuthFailure, RouterLink, routePages, safeNext, Session } from '../first-load';
import { Entrance } from '../parts/entrance';

@Component({
  selector: 'gh-sign-in',
  imports: [Entrance, Notice, RouterLink, TextField],
  templateUrl: './sign-in.html',
})
export class SignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;

  private readonly next = safeNext(this.query.get('next'));
  protected readonly target = routePages.find(({ pagePath }) => `/${pagePath}` === this.next)?.key;
  protected readonly confirmed = this.query.has('confirmed');
  protected readonly reason = this.session.signedOutReason;

  protected readonly failure = signal<AuthFailureCode | undefined>(undefined);
  protected readonly unsupported = signal<string | undefined>(undefined);
  protected readonly sentences = failureSentences;
  protected readonly form = new FormModel(
    {
      username: required('Enter your username.'),
      password: required('Enter your password.'),
    },
    injectFocus(),
    { username: this.query.get('username') ?? '' },
  );

  /** The service could not be asked who is here: ask again. */
  protected async lookAgain(): Promise<void> {
    await this.session.restore();
    if (this.session.user() !== undefined) await this.router.navigateByUrl(this.next);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.form.submit(async ({ username, password }) => {
      this.failure.set(undefined);
      this.unsupported.set(undefined);
      try {
        const name = username.trim();
        await this.follow(await this.session.signIn(name, password), name);
      } catch (error) {
        this.failure.set(asAuthFailure(error).code);
        this.form.fields.password.focus();
      }
      return undefined;
    });
  }

  private async follow(step: SignInStep, username: string): Promise<void> {
    switch (step.kind) {
      case 'signed-in':
      case 'already-signed-in':
        await this.router.navigateByUrl(this.next, { replaceUrl: true });
        return;
      case 'confirm-sign-up':
        await this.router.navigate(['/confirm'], { queryParams: { username, from: 'sign-in' } });
        return;
      case 'unsupported':
        this.unsupported.set(step.step);
    }
  }
}
