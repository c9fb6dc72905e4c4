import type { Surroundings } from '../watch-store';

/** Time and a file system that move when a test says so. */
export interface HandCranked extends Surroundings {
  /** Something in the folder has changed. */
  readonly change: () => void;
  /** Lets this much time pass. */
  readonly pass: (ms: number) => void;
  /** Whether somebody listens to the folder. */
  readonly isHeard: () => boolean;
}

interface Timer {
  readonly run: () => void;
  readonly atMs: number;
}

/** @param canListen whether folders can be listened to here */
export function handCranked(canListen = true): HandCranked {
  const timers = new Set<Timer>();
  const listeners = new Set<() => void>();
  let nowMs = 0;
  return {
    later: (run, ms) => {
      const timer = { run, atMs: nowMs + ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    listen: (_folder, changed) => {
      if (!canListen) return undefined;
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    isHeard: () => listeners.size > 0,
    change: () => {
      for (const changed of listeners) changed();
    },
    pass: (ms) => {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = [...timers].filter(({ atMs }) => atMs <= untilMs).sort(byTime);
        if (next === undefined) break;
        timers.delete(next);
        nowMs = next.atMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}

function byTime(a: Timer, b: Timer): number {
  return a.atMs - b.atMs;
}
