import { Component, inject } from '@angular/core';
import { Mark, ThemeSwitch } from '@gatehouse/design-system';
import { FormModel, injectFocus, required, TextField } from '@gatehouse/design-system/forms';
import { Notice } from '@gatehouse/design-system/notice';

import { Operator } from '../operator/operator';
import { asOperatorFailure } from '../operator/operator-failure';
import { isToken } from '../operator/token';

/** For whoever came without the token, or with the one of another local cloud. */
@Component({
  selector: 'gh-token-page',
  imports: [Mark, Notice, TextField, ThemeSwitch],
  templateUrl: './token-page.html',
})
export class TokenPage {
  protected readonly operator = inject(Operator);
  protected readonly form = new FormModel(
    {
      token: required('Paste the token.', (text) =>
        isToken(text.trim())
          ? undefined
          : 'A token has 43 letters, digits, “-” and “_”. Copy the whole line.',
      ),
    },
    injectFocus(),
  );

  protected submit(event: Event): void {
    event.preventDefault();
    void this.form.submit(async ({ token }) => {
      try {
        await this.operator.open(token.trim());
        return undefined;
      } catch (error) {
        return { token: asOperatorFailure(error).message };
      }
    });
  }
}
