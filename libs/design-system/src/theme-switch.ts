import { Component, inject } from '@angular/core';

import { Theme } from './theme';

/** Turns dark on and off, and remembers it. */
@Component({
  selector: 'gh-theme-switch',
  template: `
    <button
      type="button"
      class="icon-button"
      role="switch"
      aria-label="Dark colours"
      [attr.aria-checked]="theme.shown() === 'dark'"
      (click)="theme.toggle()"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        @if (theme.shown() === 'dark') {
          <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" />
        } @else {
          <circle cx="12" cy="12" r="4.2" />
          <path d="M12 2v3m0 14v3M2 12h3m14 0h3M5 5l2 2m10 10l2 2M19 5l-2 2M7 17l-2 2" />
        }
      </svg>
    </button>
  `,
})
export class ThemeSwitch {
  protected readonly theme = inject(Theme);
}
