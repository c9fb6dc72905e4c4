import { inject, Injectable } from '@angular/core';

import { SigningMemory } from './signing-memory';

/** What signing has learned, for a user interface to show. */
@Injectable({ providedIn: 'root' })
export class RequestSigningState {
  private readonly memory = inject(SigningMemory);

  /** Server time minus this machine's, in milliseconds; 0 until the API has refused a signature for its time. */
  readonly clockOffsetMs = this.memory.clockOffsetMs.asReadonly();
  /** What was signed last, since the credentials were forgotten. */
  readonly lastSigned = this.memory.lastSigned.asReadonly();

  /**
   * Forgets credentials that are held for further requests, and what was signed with them. Call it whenever somebody
   * signs in or out, or a group has changed: until they expire, requests are else signed as the user before.
   */
  forgetCredentials(): void {
    this.memory.credentials.forget();
    this.memory.lastSigned.set(undefined);
  }
}
