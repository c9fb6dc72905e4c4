import { inject, Injectable, signal } from '@angular/core';

import { CredentialsCache } from './credentials-cache';
import { SIGNING_PLATFORM } from './platform';
import type { SignedRequest } from './signed-request';

/** What is kept between requests. The application sees it, read-only, as RequestSigningState. */
@Injectable({ providedIn: 'root' })
export class SigningMemory {
  private readonly platform = inject(SIGNING_PLATFORM);

  readonly clockOffsetMs = signal(0);
  readonly lastSigned = signal<SignedRequest | undefined>(undefined);
  readonly credentials = new CredentialsCache(() => this.serverNow());

  /** Milliseconds since the epoch, as the server is believed to count them. */
  serverNow(): number {
    return this.platform.now() + this.clockOffsetMs();
  }
}
