import { computed, inject, Injectable, signal } from '@angular/core';

import { asAuthFailure, endsSession, AuthFailure } from './auth-failure';
import { LOAD_AUTH_GATEWAY, type SignedInUser, type SignInStep } from './auth-gateway';
import type { SessionState, SignedOutReason } from './session-state';
import { injectStoredSession } from './stored-session';

/** Who is signed in, as a signal. The one place that changes it. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly gateway = inject(LOAD_AUTH_GATEWAY);
  private readonly stored = injectStoredSession();
  private readonly current = signal<SessionState>({ status: 'restoring' });
  private restoration: Promise<void> | undefined;
  private keysIssued = 0;

  readonly state = this.current.asReadonly();
  readonly user = computed(() => {
    const state = this.current();
    return state.status === 'signed-in' ? state.user : undefined;
  });
  readonly access = computed(() => {
    const state = this.current();
    return state.status === 'signed-in' ? state.access : undefined;
  });

  /** Why nobody is signed in; `undefined` while somebody is, or it is not known yet. */
  readonly signedOutReason = computed(() => {
    const state = this.current();
    return state.status === 'signed-out' ? state.reason : undefined;
  });

  /** Changes whenever keys that somebody may hold are no longer the ones to sign with. */
  get keysEdition(): number {
    return this.keysIssued;
  }

  constructor() {
    this.stored.onChangeElsewhere(() => void this.restore());
  }

  /** Settled once it is known whether somebody is signed in. */
  ready(): Promise<void> {
    return (this.restoration ??= this.restore());
  }

  /** Looks again who is signed in; never rejects. */
  async restore(): Promise<void> {
    const before = this.current();
    if (!this.stored.exists()) {
      this.leave(before.status === 'signed-in' ? 'left' : 'never');
      return;
    }
    try {
      const user = await (await this.gateway()).currentUser();
      if (user === null) this.leave('ended');
      else this.arrive(user);
    } catch (error) {
      this.leave(reasonFor(error));
    }
  }

  /** @throws AuthFailure */
  async signIn(username: string, password: string): Promise<SignInStep> {
    const gateway = await this.gateway();
    const step = await gateway.signIn(username, password);
    if (step.kind === 'signed-in' || step.kind === 'already-signed-in') {
      await this.restore();
    }
    return step;
  }

  /**
   * Notes which keys are in use, and asks for some when there are none.
   * @param fresh new tokens and new keys: a group joined a minute ago counts. @default false
   * @throws AuthFailure
   */
  async refreshAccess(fresh = true): Promise<void> {
    const gateway = await this.gateway();
    try {
      const issued = await gateway.access(fresh);
      const user = issued === null ? null : await gateway.currentUser();
      if (issued === null || user === null) {
        throw new AuthFailure('session-ended', 'The session has ended.');
      }
      if (fresh) this.keysIssued += 1;
      const { identityId, credentials } = issued;
      this.current.set({
        status: 'signed-in',
        user,
        access: { identityId, expiresAt: credentials.expiration },
      });
    } catch (error) {
      const failure = asAuthFailure(error);
      if (endsSession(failure)) await this.end();
      throw failure;
    }
  }

  /** The service said that this session is over. */
  async end(): Promise<void> {
    if (this.current().status !== 'signed-in') return;
    await (await this.gateway()).signOut().catch(() => undefined);
    this.leave('ended');
  }

  /** @throws AuthFailure */
  async signOut(): Promise<void> {
    await (await this.gateway()).signOut();
    this.leave('left');
  }

  /** @throws AuthFailure when the service was not reached; the user is then still signed in. */
  async signOutEverywhere(): Promise<void> {
    try {
      await (await this.gateway()).signOutEverywhere();
      this.leave('left-everywhere');
    } catch (error) {
      const failure = asAuthFailure(error);
      if (endsSession(failure)) await this.end();
      throw failure;
    }
  }

  private arrive(user: SignedInUser): void {
    this.keysIssued += 1;
    this.current.set({ status: 'signed-in', user, access: undefined });
  }

  private leave(reason: SignedOutReason): void {
    this.keysIssued += 1;
    this.current.set({ status: 'signed-out', reason });
  }
}

function reasonFor(error: unknown): SignedOutReason {
  return endsSession(asAuthFailure(error)) ? 'ended' : 'unreachable';
}
