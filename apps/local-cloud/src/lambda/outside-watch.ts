/** As often as a thread looks for itself. */
const LOOK_EVERY_MS = 50;
/** What the process may grow by on nobody's account: new threads, compiled code, memory that was freed and is not given back yet. */
const SLACK_BYTES = 64 * 1024 * 1024;

/** Memory of the process, in bytes. */
export interface ProcessMemory {
  /** All of it, that of every thread. */
  readonly resident: number;
  /** Of this, what the main thread holds: no function's. */
  readonly ours: number;
}

export interface WatchedThread {
  /** The memory of its function. */
  readonly limitBytes: number;
  /** How often it has looked at its own memory; 0 until it runs the function's code. */
  readonly looks: () => number;
  readonly kill: () => void;
}

interface Entry extends WatchedThread {
  isRunning: boolean;
  /** The last of our looks before which it ran. */
  ranUntil: number;
  since: Since | undefined;
}

/** When a thread was last heard of. */
interface Since {
  readonly theirLooks: number;
  readonly ourLook: number;
  readonly memory: ProcessMemory;
}

/**
 * Watches threads that let nothing else run, not even a look at their own memory: `for (;;) all.push(Buffer.alloc(1e7, 1))`. Nobody
 * can ask such a thread what it holds (Node.js can since 22.16), so it is judged by what the whole process grows by while it is
 * silent: by more than it may take, and all others that ran meanwhile, and some. One that looks for itself is never judged here.
 */
export class OutsideWatch {
  readonly #entries = new Set<Entry>();
  #look = 0;
  #isArmed = false;

  constructor(private readonly readMemory: () => ProcessMemory = readProcessMemory) {}

  /** A thread that starts: loading its function counts as running. */
  add(thread: WatchedThread): OutsideWatched {
    const entry: Entry = { ...thread, isRunning: false, ranUntil: 0, since: undefined };
    this.#entries.add(entry);
    const watched: OutsideWatched = {
      begin: () => {
        entry.isRunning = true;
        entry.since = undefined;
        if (!this.#isArmed) this.#arm();
      },
      end: () => {
        entry.isRunning = false;
        entry.ranUntil = this.#look;
      },
      // Its memory goes too, in its own time: what the others are to have taken is counted anew.
      remove: () => {
        this.#entries.delete(entry);
        for (const other of this.#entries) other.since = undefined;
      },
    };
    watched.begin();
    return watched;
  }

  /** Looks now. */
  look(): void {
    this.#look += 1;
    const running = [...this.#entries].filter(({ isRunning }) => isRunning);
    if (running.length === 0) return;
    const memory = this.readMemory();
    for (const entry of running) {
      const theirLooks = entry.looks();
      const { since } = entry;
      if (theirLooks === 0) continue;
      if (since?.theirLooks !== theirLooks) {
        entry.since = { theirLooks, ourLook: this.#look, memory };
      } else if (growth(since.memory, memory) > this.#mayTake(entry, since)) {
        // One at a time: what it leaves is not the others'.
        entry.kill();
        return;
      }
    }
  }

  #mayTake(entry: Entry, { ourLook }: Since): number {
    let bytes = SLACK_BYTES + entry.limitBytes;
    for (const other of this.#entries) {
      const ranMeanwhile = other.isRunning || other.ranUntil >= ourLook;
      if (other !== entry && ranMeanwhile) bytes += other.limitBytes;
    }
    return bytes;
  }

  /** Once for all short calls until then; keeps no process alive, and ends with the last call. */
  #arm(): void {
    this.#isArmed = true;
    const timer = setTimeout(() => {
      this.#isArmed = false;
      this.look();
      if ([...this.#entries].some(({ isRunning }) => isRunning)) this.#arm();
    }, LOOK_EVERY_MS);
    timer.unref();
  }
}

/** What a thread tells its watch. */
export interface OutsideWatched {
  begin(): void;
  end(): void;
  remove(): void;
}

/** What we freed may still be resident: so it makes nobody's growth larger. */
function growth(before: ProcessMemory, now: ProcessMemory): number {
  return now.resident - before.resident - Math.max(0, now.ours - before.ours);
}

function readProcessMemory(): ProcessMemory {
  const { rss, heapTotal, external } = process.memoryUsage();
  return { resident: rss, ours: heapTotal + external };
}
