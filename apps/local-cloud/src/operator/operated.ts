import type { Clock } from '../clock';
import type { Origins } from '../http/open-ports';
import type { Lab } from '../lab/lab';
import type { Played } from '../takeover/play';
import type { TraceRing } from '../trace/trace-ring';

/** What the endpoints show and change. */
export interface Operated {
  /** Absent: it was not started with `--lab`. */
  readonly lab?: Lab;
  readonly origins: Origins;
  readonly clock: Clock;
  readonly traces: Pick<TraceRing, 'find' | 'page'>;
  /** What is served at the moment of the request; absent: everything was destroyed. */
  readonly played: () => Played | undefined;
}
