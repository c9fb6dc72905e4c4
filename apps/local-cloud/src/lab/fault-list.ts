import { isDeepStrictEqual } from 'node:util';

import type { HttpRequest } from '../http/message';
import { concerns, type Fault, type FaultyService } from './fault';

export interface FaultState extends Fault {
  /** How many requests it has met. */
  readonly met: number;
  /** How many of them it made go wrong. */
  readonly hit: number;
}

interface Counted {
  readonly fault: Fault;
  met: number;
  hit: number;
}

/** The faults in force, in their order, with what they have done. */
export class FaultList {
  #faults: readonly Counted[] = [];

  get state(): readonly FaultState[] {
    return this.#faults.map(({ fault, met, hit }) => ({ ...fault, met, hit }));
  }

  /** In place of those before. One that was in force already goes on counting: to begin it anew, take it away first. */
  replace(faults: readonly Fault[]): void {
    const before = [...this.#faults];
    this.#faults = faults.map((fault) => {
      const at = before.findIndex((counted) => isDeepStrictEqual(counted.fault, fault));
      // Each goes on in one place only: two faults may be the same order.
      const [same] = at < 0 ? [] : before.splice(at, 1);
      return same ?? { fault, met: 0, hit: 0 };
    });
  }

  /** The faults that strike this request; each is counted. */
  strike(service: FaultyService, request: HttpRequest): readonly Fault[] {
    const struck: Fault[] = [];
    for (const counted of this.#faults) {
      const { fault } = counted;
      if (!concerns(fault, service, request)) continue;
      if (counted.hit >= (fault.times ?? Infinity)) continue;
      counted.met += 1;
      if (counted.met % (fault.every ?? 1) !== 0) continue;
      counted.hit += 1;
      struck.push(fault);
    }
    return struck;
  }
}
