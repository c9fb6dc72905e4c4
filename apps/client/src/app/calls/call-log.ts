import { inject, Injectable, signal } from '@angular/core';
import type { RouteKey } from '@gatehouse/access';

import { Session } from '../auth/session';
import type { CallState } from './call-outcome';

interface Entry {
  /** Whose call it was. Somebody else's answers are nobody's business. */
  readonly username: string | undefined;
  readonly state: CallState;
}

const IDLE: CallState = { phase: 'idle' };

/** The last outcome of each route. The refusal that ended a session stays readable until the next. */
@Injectable({ providedIn: 'root' })
export class CallLog {
  private readonly session = inject(Session);
  private readonly entries = signal<ReadonlyMap<RouteKey, Entry>>(new Map());

  stateOf(key: RouteKey): CallState {
    const entry = this.entries().get(key);
    const username = this.session.user()?.username;
    return entry === undefined || (username !== undefined && username !== entry.username)
      ? IDLE
      : entry.state;
  }

  note(key: RouteKey, state: CallState): void {
    this.entries.update((entries) => {
      const username = this.session.user()?.username ?? entries.get(key)?.username;
      return new Map(entries).set(key, { username, state });
    });
  }
}
