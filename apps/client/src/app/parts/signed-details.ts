import { Component, computed, input } from '@angular/core';
import type { SignedRequest } from '@gatehouse/request-signing';

/** The signature of a call, with everything secret masked. */
@Component({
  selector: 'gh-signed-details',
  template: `
    <dl class="facts">
      <dt>Signed at</dt>
      <dd class="mono">{{ signed().amzDate }}</dd>
      <dt>Scope</dt>
      <dd class="mono">{{ signed().credentialScope }}</dd>
      <dt>Headers</dt>
      <dd class="mono">{{ headers() }}</dd>
      @if (signed().attempt === 2) {
        <dt>Attempt</dt>
        <dd>second: the gate refused the first signature, so it was made again</dd>
      }
    </dl>
    <p class="hint">The canonical request: what the signature is made over, line by line.</p>
    <pre>{{ signed().canonicalRequest }}</pre>
  `,
})
export class SignedDetails {
  readonly signed = input.required<SignedRequest>();
  protected readonly headers = computed(() => this.signed().signedHeaders.join(', '));
}
