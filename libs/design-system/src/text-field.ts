import { Component, computed, input, signal } from '@angular/core';

import type { Field } from './form-model';

/** A labelled text input with its hint and its error tied to it. */
@Component({
  selector: 'gh-text-field',
  template: `
    <label [attr.for]="field().id">{{ label() }}</label>
    <div class="input">
      <input
        [attr.id]="field().id"
        [attr.type]="revealed() ? 'text' : type()"
        [attr.name]="autocomplete()"
        [attr.autocomplete]="autocomplete()"
        [attr.inputmode]="inputmode()"
        [attr.aria-invalid]="field().problem() === undefined ? null : 'true'"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-required]="optional() ? null : 'true'"
        [attr.autocapitalize]="autocomplete() === 'name' ? 'words' : 'none'"
        spellcheck="false"
        [value]="field().value()"
        (input)="edit($event)"
        (change)="field().leave()"
      />
      @if (type() === 'password') {
        <button
          type="button"
          class="reveal"
          [attr.aria-pressed]="revealed()"
          (click)="revealed.set(!revealed())"
        >
          Show<span class="visually-hidden"> password</span>
        </button>
      }
    </div>
    @if (hint(); as text) {
      <p class="hint" [attr.id]="field().id + '-hint'">{{ text }}</p>
    }
    @if (field().problem(); as text) {
      <p class="field-error" [attr.id]="field().id + '-problem'">
        <span aria-hidden="true">×</span> {{ text }}
      </p>
    }
  `,
})
export class TextField {
  readonly field = input.required<Field>();
  readonly label = input.required<string>();
  readonly autocomplete = input.required<string>();
  /** @default 'text' */
  readonly type = input<'text' | 'email' | 'password'>('text');
  /** @default none: the keyboard follows the type */
  readonly inputmode = input<'numeric'>();
  /** @default false */
  readonly optional = input(false);
  /** @default none */
  readonly hint = input<string>();

  protected readonly revealed = signal(false);
  protected readonly describedBy = computed(() => {
    const { id, problem } = this.field();
    const hint = this.hint() === undefined ? [] : [`${id}-hint`];
    const wrong = problem() === undefined ? [] : [`${id}-problem`];
    const ids = [...hint, ...wrong];
    return ids.length === 0 ? null : ids.join(' ');
  });

  protected edit({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.field().edit(target.value);
  }
}
