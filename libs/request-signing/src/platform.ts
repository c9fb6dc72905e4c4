import { InjectionToken } from '@angular/core';

/** What signing asks of the machine it runs on. */
export interface SigningPlatform {
  /** Milliseconds since the epoch, as this machine believes. */
  now(): number;
  readonly hasSubtleCrypto: boolean;
}

export const SIGNING_PLATFORM = new InjectionToken<SigningPlatform>('SIGNING_PLATFORM', {
  providedIn: 'root',
  factory: () => ({ now: () => Date.now(), hasSubtleCrypto: findSubtleCrypto() !== undefined }),
});

/** The types promise `crypto.subtle` everywhere; browsers keep that promise in secure contexts only. */
function findSubtleCrypto(): SubtleCrypto | undefined {
  const { subtle }: Partial<Crypto> = globalThis.crypto;
  return subtle;
}
