import type { TerraformPlan } from '@gatehouse/terraform-json';

import { compareAccess } from './access/compare-access';
import { worstFirst } from './finding';
import { inOneRegion } from './in-one-region';
import { keep, type Kept } from './kept/keep';
import { judge } from './judge';
import { basisOf, inOneOrder, unfinished } from './not-known';
import { differing } from './planned/differing';
import { snapshotsOfPlan } from './planned/snapshots-of-plan';
import { RULES } from './registry';
import type { Report } from './report';
import { inOrder } from './resources/in-order';
import { movedIn, renamesBetween, renamesInPlan } from './resources/find-renames';
import { summarizePlan } from './resources/summarize-plan';
import { summarizeStacks } from './resources/summarize-stacks';
import type { ReviewInput } from './review-input';
import type { Rule } from './rule';
import { secretsOf } from './secrets/secrets';
import { say, type Said } from './say';
import { unsettled } from './unsettled';
import { summarizeOutputs, summarizeSettings } from './settings/summarize-settings';
import { emptySnapshot, type Snapshot } from './snapshot';
import { verdictOf } from './verdict';
import { applyWaivers, type WaiverInput } from './waivers/apply-waivers';

/**
 * Two stacks, a plan, or all of it. Where there is a plan, its own change is judged, since that is what will be applied; the stacks
 * tell names of constructs and lifecycles, and whether the plan is of their change at all.
 */
export interface ReviewRequest {
  /** Absent beside a head: there was nothing. */
  readonly base?: Snapshot;
  readonly head?: Snapshot;
  readonly plan?: TerraformPlan;
  readonly waivers: WaiverInput;
  /** @default all of them */
  readonly rules?: readonly Rule[];
}

/**
 * Reviews a change: who can call what, the findings of every rule, and what happens to resources. Pure: no I/O, no clock.
 * @throws RangeError when there is neither a plan nor a head
 */
export function review(given: ReviewRequest): Report {
  const { plan, waivers, rules = RULES } = given;
  const request = { ...given, ...keep(given) };
  const input = toInput(request);
  const { base, head } = input;
  const judged = judge(rules, input);
  const { access, unknown } = compareAccess(base ?? emptySnapshot(), head);
  const { findings, waived } = applyWaivers(
    judged.findings,
    waivers,
    () => judge(rules, { head, moved: new Map() }).findings,
  );
  const resources = inOrder([...resourcesOf(input), ...settingsIn(request)]);
  const notTold = [...unfinished(plan), ...unsettled(input)];
  const told = {
    findings: worstFirst(findings),
    resources,
    differing: differingIn(request, resources),
    unknown: inOneOrder([...unknown, ...judged.unknown, ...notTold]),
    ...(access === undefined ? {} : { access }),
  };
  const isSilent = notTold.length === 0 && isAlike(told);
  return {
    ...told,
    waived,
    basis: basisOf(request),
    verdict: isSilent ? ['Nothing changes'] : verdictOf(told),
    isSilent,
    secrets: secretsOf(
      [base, head, request.base, request.head].flatMap((one) => one?.graph ?? []),
      plan,
    ),
  };
}

/** Both sides are: what cannot be known of them is as it was, too, and so is whoever it cannot be told of. */
function isAlike({
  access,
  findings,
  resources,
  differing: before,
}: Pick<Report, 'access' | 'findings' | 'resources' | 'differing'>): boolean {
  return (
    findings.length + resources.length + before.length === 0 &&
    access !== undefined &&
    access.gained.length + access.lost.length === 0 &&
    access.doubtful.every((cell) => cell.before === null && cell.after === null)
  );
}

/** Its configurations are such as their `moved` and `removed` blocks make them. */
type KeptRequest = ReviewRequest & Kept;

function differingIn(
  { base, head, plan, ...kept }: KeptRequest,
  planned: Report['resources'],
): readonly Said[] {
  if (plan === undefined) return [];
  const compared = head === undefined ? [] : differing({ plan, base, head, planned, kept });
  return plan.hasFailed
    ? [say`Terraform stopped on the way, and this is a part of a plan`, ...compared]
    : compared;
}

function toInput({ base, head, plan, moves, forgotten }: KeptRequest): ReviewInput {
  const written = { ...(base && { base }), ...(head && { head }) };
  if (plan !== undefined)
    return { ...snapshotsOfPlan(plan, written), moved: new Map(movedIn(plan)), plan, written };
  if (head === undefined) throw new RangeError('a review needs a plan, or what is to be');
  return base === undefined
    ? { head, moved: new Map(), written }
    : {
        base,
        ...inOneRegion(base, head),
        moved: renamesBetween(base, head),
        written,
        kept: { moves, forgotten },
      };
}

/** The configurations say them all, and the plan what outputs will be. */
function settingsIn({ base, head, plan, ...kept }: KeptRequest): Report['resources'] {
  const outputs = plan === undefined ? [] : summarizeOutputs(plan);
  const written = head === undefined ? [] : summarizeSettings(base, head, kept);
  const planned = new Set(outputs.map(({ address }) => address));
  return [...outputs, ...written.filter(({ address }) => !planned.has(address))];
}

function resourcesOf({ base, head, plan, moved, kept }: ReviewInput): Report['resources'] {
  if (plan === undefined) return summarizeStacks(base ?? emptySnapshot(), head, moved, kept);
  return summarizePlan(plan, {
    renames: renamesInPlan(plan),
    constructOf: (address) =>
      (head.resources.get(address) ?? base?.resources.get(address))?.constructPath,
  });
}
