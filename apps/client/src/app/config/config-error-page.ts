import { Component, computed, DOCUMENT, inject, InjectionToken } from '@angular/core';

import { Mark } from '../first-load';
import type { ConfigFailure } from './load-runtime-config';

export const CONFIG_FAILURE = new InjectionToken<ConfigFailure>('CONFIG_FAILURE');

const WORDS: Readonly<Record<ConfigFailure['kind'], { title: string; happened: string }>> = {
  unreachable: {
    title: 'We can’t reach this site.',
    happened:
      'The page is here, but the file that says which sign-in service and which API to use could not be fetched.',
  },
  missing: {
    title: 'This site isn’t set up yet.',
    happened:
      'The page is here, but the file that says which sign-in service and which API to use is missing.',
  },
  malformed: {
    title: 'This site is set up wrong.',
    happened: 'The file that says which sign-in service and which API to use can’t be understood.',
  },
};

/** Shown instead of the client when /config.json is missing, unreachable or malformed. */
@Component({
  selector: 'gh-root',
  imports: [Mark],
  template: `
    <main class="boot" id="main">
      <gh-mark />
      <h1>{{ words().title }}</h1>
      <p>{{ words().happened }}</p>
      <p>
        Nothing is wrong with your account. Reload in a moment; if it stays, tell whoever runs this
        site:
      </p>
      <p class="mono problem">{{ failure.detail }}</p>
      <p><a class="button primary" [attr.href]="here">Reload</a></p>
    </main>
  `,
})
export class ConfigErrorPage {
  /** An empty address would lead to the base, not to the page that was asked for. */
  protected readonly here = inject(DOCUMENT).location.href;
  protected readonly failure = inject(CONFIG_FAILURE);
  protected readonly words = computed(() => WORDS[this.failure.kind]);
}
