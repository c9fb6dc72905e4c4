import type { Finding } from '../finding';
import { say } from '../say';
import { isSameWaiver, type Waiver } from './waiver';
import { WAIVER_RULES } from './waiver-rules';

export interface WaiverInput {
  /** Those of the base: only they count. */
  readonly base: readonly Waiver[];
  /** Those that the change brings; absent: not known, as where only a plan is reviewed. */
  readonly head?: readonly Waiver[];
  /** `2026-01-31`. */
  readonly today: string;
}

export interface Waived {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

export interface WaivedFindings {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
}

/**
 * Takes out what somebody answers for, and reports the waivers that are over, of no use, or of the change's own making.
 * @param standing what the rules say of the whole stack, as if all of it were new: what was waived once and is still there
 */
export function applyWaivers(
  findings: readonly Finding[],
  { base, head, today }: WaiverInput,
  standing: () => readonly Finding[],
): WaivedFindings {
  const inForce = base.filter(({ expires }) => expires >= today);
  const waived = findings.flatMap((finding): readonly Waived[] => {
    const waiver = inForce.find((one) => isFor(one, finding));
    return waiver === undefined ? [] : [{ finding, waiver }];
  });
  const stays = findings.filter((finding) => !inForce.some((waiver) => isFor(waiver, finding)));
  const idle = inForce.filter((waiver) => !findings.some((finding) => isFor(waiver, finding)));
  const still = idle.length === 0 ? [] : standing();
  const added = head?.filter((one) => !base.some((old) => isSameWaiver(one, old))) ?? [];
  return {
    findings: [
      ...stays,
      ...base.filter(({ expires }) => expires < today).map(expired),
      ...idle.filter((waiver) => !still.some((finding) => isFor(waiver, finding))).map(unused),
      ...added.map((waiver) =>
        broughtAlong(
          waiver,
          findings.some((finding) => isFor(waiver, finding)),
        ),
      ),
    ],
    waived,
  };
}

function isFor(waiver: Waiver, { rule, address }: Finding): boolean {
  return waiver.rule === rule && waiver.address === address;
}

function expired(waiver: Waiver): Finding {
  const { rule, owner, expires } = waiver;
  return {
    ...WAIVER_RULES.expired,
    address: waiver.address,
    message: say`the waiver of ${rule} by ${owner} is over since ${expires}`,
  };
}

function unused(waiver: Waiver): Finding {
  const { rule, owner } = waiver;
  return {
    ...WAIVER_RULES.unused,
    address: waiver.address,
    message: say`the waiver of ${rule} by ${owner} waives nothing`,
  };
}

/** @param isNeeded this change does what it waives; by itself it is only shown */
function broughtAlong(waiver: Waiver, isNeeded: boolean): Finding {
  const { rule, owner, reason } = waiver;
  return {
    ...WAIVER_RULES.added,
    ...(isNeeded ? {} : { severity: 'info' }),
    address: waiver.address,
    message: say`this change brings a waiver of ${rule} along, by ${owner}: ${reason}`,
  };
}
