import { watch } from 'node:fs';

/** How time passes and changes of a folder are heard; a test has its own. */
export interface Surroundings {
  /** @returns calls it off */
  readonly later: (run: () => void, ms: number) => () => void;
  /** @returns stops listening; undefined where the folder is not there, or cannot be listened to */
  readonly listen: (
    folder: string,
    changed: () => void,
    lost: () => void,
  ) => (() => void) | undefined;
}

interface WatchedStore {
  readonly folder: string;
  generation(): string | undefined;
}

/** An apply writes many objects: what it is at is looked at when it pauses. */
const QUIET_MS = 250;
/** Folders of some file systems cannot be listened to, and this one may not be there yet. */
const LOOK_EVERY_MS = 1_000;

/**
 * Calls `settled` whenever the store has another generation than before and has been quiet since.
 * @param seen the generation that is served already
 * @returns stops watching
 */
export function watchStore(
  store: WatchedStore,
  seen: string | undefined,
  settled: () => void,
  { later, listen }: Surroundings = SYSTEM,
): () => void {
  let heard = seen;
  let stopListening: (() => void) | undefined;
  let cancelQuiet: (() => void) | undefined;
  let cancelLook: (() => void) | undefined;

  const look = (): void => {
    const now = store.generation();
    // A folder that somebody removed by hand says nothing.
    if (now === undefined || now === heard) return;
    heard = now;
    cancelQuiet?.();
    cancelQuiet = later(quiet, QUIET_MS);
  };
  const quiet = (): void => {
    cancelQuiet = undefined;
    const before = heard;
    look();
    if (heard === before) settled();
  };
  const lost = (): void => {
    stopListening?.();
    stopListening = undefined;
  };
  const lookAgain = (): void => {
    stopListening ??= listen(store.folder, look, lost);
    look();
    cancelLook = later(lookAgain, LOOK_EVERY_MS);
  };
  lookAgain();
  return () => {
    cancelQuiet?.();
    cancelLook?.();
    lost();
  };
}

const SYSTEM: Surroundings = {
  later(run, ms) {
    const timer = setTimeout(run, ms).unref();
    return () => {
      clearTimeout(timer);
    };
  },
  listen(folder, changed, lost) {
    try {
      const watcher = watch(folder, { persistent: false }, changed);
      watcher.on('error', lost);
      return () => {
        watcher.close();
      };
    } catch {
      return undefined; // Looked at now and then instead.
    }
  },
};
