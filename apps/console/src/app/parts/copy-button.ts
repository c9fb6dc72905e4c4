import { Component, DOCUMENT, inject, input, signal } from '@angular/core';

const SAID_MS = 2000;

/** Copies a text, and says so for a moment. */
@Component({
  selector: 'gh-copy-button',
  template: `
    <button type="button" class="ghost small" (click)="copy()">
      {{ said() || 'Copy' }}<span class="visually-hidden">{{ said() ? '' : ' ' + what() }}</span>
    </button>
    <span class="visually-hidden" role="status">{{ said() && what() + ': ' + said() }}</span>
  `,
})
export class CopyButton {
  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  readonly text = input.required<string>();
  /** For those who do not see what stands beside it: `the request id`. */
  readonly what = input.required<string>();
  protected readonly said = signal('');

  protected copy(): void {
    void this.write().then((said) => {
      this.said.set(said);
      setTimeout(() => {
        this.said.set('');
      }, SAID_MS);
    });
  }

  /** A browser may forbid it, and has no clipboard at all on a plain address other than localhost. */
  private async write(): Promise<string> {
    try {
      if (this.clipboard === undefined) return 'Select it';
      await this.clipboard.writeText(this.text());
      return 'Copied';
    } catch {
      return 'Select it';
    }
  }
}
