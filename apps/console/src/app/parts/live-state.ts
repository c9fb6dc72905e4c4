import { Component, computed, input } from '@angular/core';
import { Notice } from '@gatehouse/design-system/notice';

import type { Live } from '../operator/live';

/** What stands in for an answer that is not there yet, or not any more. */
@Component({
  selector: 'gh-live-state',
  imports: [Notice],
  template: `
    @if (failure(); as failure) {
      <gh-notice kind="bad">
        {{ failure.message }}
        @if (hasValue()) {
          What you see is the last that was heard.
        }
      </gh-notice>
    } @else if (!hasValue()) {
      <p class="loading" role="status">Asking the local cloud…</p>
    }
  `,
})
export class LiveState {
  readonly live = input.required<Pick<Live<unknown>, 'value' | 'failure'>>();
  protected readonly failure = computed(() => this.live().failure());
  protected readonly hasValue = computed(() => this.live().value() !== undefined);
}
