import { Component, computed, input } from '@angular/core';

/** The check mark is drawn by the style sheet. */
const SIGNS = { bad: '!', ok: '', info: 'i' } as const;

/** A sentence or two that must not be missed. Errors are announced at once, the others in turn. */
@Component({
  selector: 'gh-notice',
  host: { '[attr.class]': '"notice " + kind()', '[attr.role]': 'role()' },
  template: `
    <span class="sign" aria-hidden="true">{{ sign() }}</span>
    <div><ng-content /></div>
  `,
})
export class Notice {
  readonly kind = input.required<keyof typeof SIGNS>();
  protected readonly sign = computed(() => SIGNS[this.kind()]);
  protected readonly role = computed(() => (this.kind() === 'bad' ? 'alert' : 'status'));
}
