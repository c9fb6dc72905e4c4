import {
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  type Signal,
  signal,
  untracked,
} from '@angular/core';

import { Operator } from './operator';
import { asOperatorFailure, type OperatorFailure } from './operator-failure';

const EVERY_MS = 1000;

/** What an endpoint says now, and goes on saying. */
export interface Live<T> {
  /** The last answer, which stays while the next one fails; absent until there is one. */
  readonly value: Signal<T | undefined>;
  /** Why the last question had no answer. */
  readonly failure: Signal<OperatorFailure | undefined>;
  /** Asks at once. */
  refresh(): Promise<void>;
}

interface LiveOptions {
  /** What was heard of another path stays until the next answer: for lists that are searched. @default it is forgotten at once */
  readonly keepsOthers?: boolean;
}

/**
 * Asks an endpoint again and again, for as long as the component lives and somebody can see the page.
 * @param path what to ask; another one begins anew
 */
export function injectLive<T>(
  path: () => string,
  { keepsOthers = false }: LiveOptions = {},
): Live<T> {
  const operator = inject(Operator);
  const value = signal<T | undefined>(undefined);
  const failure = signal<OperatorFailure | undefined>(undefined);
  let questions = 0;
  const refresh = async (): Promise<void> => {
    questions += 1;
    const own = questions;
    // What was asked for before must not take the place of what was asked for since: it may be of another path, or older than a change.
    const isLatest = (): boolean => own === questions;
    try {
      const answer = await operator.get<T>(untracked(path));
      if (!isLatest()) return;
      value.set(answer);
      failure.set(undefined);
    } catch (error) {
      if (isLatest()) failure.set(asOperatorFailure(error));
    }
  };
  effect(() => {
    path();
    if (!keepsOthers) value.set(undefined);
    failure.set(undefined);
    void refresh();
  });
  injectRepeatedly(refresh);
  return { value, failure, refresh };
}

/**
 * Runs a step again and again while the page is visible and the component lives.
 * @param everyMs from the end of one to the beginning of the next
 */
export function injectRepeatedly(step: () => Promise<void>, everyMs = EVERY_MS): void {
  const document = inject(DOCUMENT);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const schedule = (): void => {
    clearTimeout(timer);
    if (!ended && document.visibilityState === 'visible')
      timer = setTimeout(() => void step().finally(schedule), everyMs);
  };
  document.addEventListener('visibilitychange', schedule);
  inject(DestroyRef).onDestroy(() => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', schedule);
  });
  schedule();
}
