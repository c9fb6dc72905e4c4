import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  FormModel,
  injectFocus,
  matching,
  type Refusals,
  required,
  TextField,
} from '@gatehouse/design-system/forms';
import { Notice } from '@gatehouse/design-system/notice';

import type { AuthFailure, AuthFailureCode } from '../auth/auth-failure';
import type { NewAccount } from '../auth/auth-gateway';
import { failureSentences } from '../auth/failure-sentences';
import { passwordReason } from '../auth/password-reason';
import { asAuthFailure, LOAD_AUTH_GATEWAY, RouterLink } from '../first-load';
import { Entrance } from '../parts/entrance';

/**
 * The rule of the user pools that infra/ makes (environments.ts has the length). It is a hint: the
 * client refuses no password, the service has the last word.
 */
const PASSWORD_RULE =
  'At least 10 characters, with upper and lower case letters, a number and a symbol.';

@Component({
  selector: 'gh-sign-up',
  imports: [Entrance, Notice, RouterLink, TextField],
  templateUrl: './sign-up.html',
})
export class SignUp {
  private readonly gateway = inject(LOAD_AUTH_GATEWAY);
  private readonly router = inject(Router);

  protected readonly failure = signal<AuthFailureCode | undefined>(undefined);
  protected readonly sentences = failureSentences;
  protected readonly passwordRule = PASSWORD_RULE;
  protected readonly form = new FormModel<keyof NewAccount>(
    {
      name: required('Enter your name.'),
      email: required(
        'Enter your email.',
        matching(/^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/, 'Enter an email such as ada@example.com.'),
      ),
      username: required('Choose a username.', matching(/^\s*\S+\s*$/, 'Leave out the spaces.')),
      password: required('Choose a password.'),
    },
    injectFocus(),
  );

  protected submit(event: Event): void {
    event.preventDefault();
    void this.form.submit(async ({ name, email, username: typed, password }) => {
      this.failure.set(undefined);
      const username = typed.trim();
      try {
        const account = { name: name.trim(), email: email.trim(), username, password };
        const mailedTo = await (await this.gateway()).signUp(account);
        await this.router.navigate(['/confirm'], {
          queryParams: { username, from: 'sign-up' },
          state: { mailedTo },
        });
        return undefined;
      } catch (error) {
        const failure = asAuthFailure(error);
        const refusals = refusalsOf(failure);
        if (refusals === undefined) this.failure.set(failure.code);
        return refusals;
      }
    });
  }
}

/** The field a refusal is about, with the reason; `undefined` when it is about none. */
function refusalsOf({ code, message }: AuthFailure): Refusals<keyof NewAccount> | undefined {
  switch (code) {
    case 'username-taken':
      return { username: failureSentences[code] };
    case 'email-taken':
      return { email: failureSentences[code] };
    case 'password-too-weak':
      return { password: passwordReason(message) };
    case 'invalid-input':
      if (/username/i.test(message)) {
        return { username: 'This username isn’t accepted. Use letters and digits.' };
      }
      return /email/i.test(message) ? { email: 'This email isn’t accepted. Check it.' } : undefined;
    default:
      return undefined;
  }
}
