import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  FormModel,
  injectFocus,
  type Refusals,
  required,
  TextField,
} from '@gatehouse/design-system/forms';
import { Notice } from '@gatehouse/design-system/notice';

import type { UserPoolAnswer } from '../operator/answers';
import { Operator } from '../operator/operator';
import { asOperatorFailure } from '../operator/operator-failure';

/** What every user has besides the attributes that the pool wants. */
const USERNAME = 'username';
const PASSWORD = 'password';

/** Makes a user who may sign in at once. */
@Component({
  selector: 'gh-new-user',
  imports: [Notice, TextField],
  templateUrl: './new-user.html',
})
export class NewUser {
  private readonly operator = inject(Operator);
  private readonly focus = injectFocus();
  readonly pool = input.required<UserPoolAnswer>();
  /** The name of who was made. */
  readonly made = output<string>();
  readonly left = output();

  protected readonly problem = signal<string | undefined>(undefined);
  private readonly groups = signal<readonly string[]>([]);
  // The pool comes anew each second: what was typed must not go with it.
  private readonly wanted = computed(() => this.pool().requiredAttributes.join(' '));
  private readonly attributes = computed(() => this.wanted().split(' ').filter(Boolean));
  protected readonly form = computed(() => {
    const names = [USERNAME, PASSWORD, ...this.attributes()];
    const checks = names.map((name) => [name, required(`Enter the ${wordsOf(name)}.`)] as const);
    return new FormModel<string>(Object.fromEntries(checks), this.focus);
  });
  protected readonly fields = computed(() =>
    Object.entries(this.form().fields).map(([name, field]) => ({
      field,
      label: capitalized(wordsOf(name)),
      isPassword: name === PASSWORD,
    })),
  );

  protected toggle(group: string): void {
    this.groups.update((groups) =>
      groups.includes(group) ? groups.filter((one) => one !== group) : [...groups, group],
    );
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.form().submit((values) => this.create(values));
  }

  private async create(
    values: Readonly<Record<string, string>>,
  ): Promise<Refusals<string> | undefined> {
    const { username = '', password = '', ...attributes } = values;
    const name = username.trim();
    this.problem.set(undefined);
    try {
      const path = `/user-pools/${encodeURIComponent(this.pool().id)}/users`;
      const user = { username: name, password, attributes, groups: this.groups() };
      await this.operator.send('POST', path, user);
      this.made.emit(name);
      return undefined;
    } catch (error) {
      const { message } = asOperatorFailure(error);
      const field = fieldOf(message, this.attributes());
      if (field === undefined) this.problem.set(message);
      return field === undefined ? undefined : { [field]: message };
    }
  }
}

/** `phone_number` → `phone number` */
function wordsOf(attribute: string): string {
  return attribute.replaceAll('_', ' ');
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The field that a refusal is about, in Cognito's words; `undefined` when it is about none. */
function fieldOf(message: string, attributes: readonly string[]): string | undefined {
  if (message.startsWith('Password ')) return PASSWORD;
  if (/already exists|^"username"/.test(message)) return USERNAME;
  return attributes.find((name) => new RegExp(`\\b${name}\\b`).test(message));
}
