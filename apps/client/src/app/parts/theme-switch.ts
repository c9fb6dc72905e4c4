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
          <path
            d="M12 2.5v2.2M12 19.3v2.2M2.5 12h2.2M19.3 12h2.2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M18.7 5.3l-1.5 1.5M6.8 17.2l-1.5 1.5"
          />
        }
      </svg>
    </button>
  `,
})
export class ThemeSwitch {
  protected readonly theme = inject(Theme);
}
