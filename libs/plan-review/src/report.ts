import type { AccessDiff } from '@gatehouse/auth-model';

import type { Finding, NotKnown } from './finding';
import type { ResourceEntry } from './resources/resource-entry';
import type { Said } from './say';
import type { Secrets } from './secrets/secrets';
import type { Waived } from './waivers/apply-waivers';

/** Everything that a review has to say. The same input makes the same report, byte for byte. */
export interface Report {
  /** The first sentence; where the plan and the configurations differ, that comes before it. */
  readonly verdict: Said;
  /** The worst first. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Absent: who can call what could not be compared, and `unknown` says why. */
  readonly access?: AccessDiff;
  /** Destructions first. */
  readonly resources: readonly ResourceEntry[];
  readonly unknown: readonly NotKnown[];
  /**
   * What a reader must know before the verdict, a sentence each, without a full stop: a plan and the configurations beside it speak of
   * different changes, or the plan is only a part of one.
   */
  readonly differing: readonly Said[];
  /** What was reviewed, and what such a review can never know: a sentence each. */
  readonly basis: readonly Said[];
  /** Nothing changes, and nothing has to be said. */
  readonly isSilent: boolean;
  /** Every reporter masks with it whatever it says. */
  readonly secrets: Secrets;
}
