import type { Origins } from '../http/open-ports';
import type { Played } from '../takeover/play';

/** What the endpoints show and change. */
export interface Operated {
  readonly origins: Origins;
  /** What is served at the moment of the request; absent: everything was destroyed. */
  readonly played: () => Played | undefined;
}
