import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

export type ThemeChoice = 'light' | 'dark';

const KEY = 'gatehouse.theme';

/** Applies a remembered choice; without one the system's preference rules. Call it before the first paint. */
export function applyStoredTheme(document: Document): ThemeChoice | undefined {
  const stored = document.defaultView?.localStorage.getItem(KEY);
  if (stored !== 'light' && stored !== 'dark') return undefined;
  document.documentElement.dataset.theme = stored;
  return stored;
}

/** Light or dark, and whether that was chosen. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly dark = this.document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  private readonly current = signal(this.now());

  readonly shown = this.current.asReadonly();

  constructor() {
    this.dark?.addEventListener('change', () => {
      this.current.set(this.now());
    });
  }

  toggle(): void {
    const next = this.current() === 'dark' ? 'light' : 'dark';
    this.document.defaultView?.localStorage.setItem(KEY, next);
    this.current.set(this.now());
  }

  private now(): ThemeChoice {
    return applyStoredTheme(this.document) ?? (this.dark?.matches === true ? 'dark' : 'light');
  }
}
