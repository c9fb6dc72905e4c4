import type { TerraformPlan } from '@gatehouse/terraform-json';

import { compareAccess, isAccessChanged } from './access/compare-access';
import { worstFirst } from './finding';
import { judge } from './judge';
import { basisOf, inOneOrder, unfinished } from './not-known';
import { RULES } from './registry';
import type { Report } from './report';
import { movedIn, renamesBetween, renamesInPlan } from './resources/find-renames';
import { summarizePlan } from './resources/summarize-plan';
import { summarizeStacks } from './resources/summarize-stacks';
import type { ReviewInput } from './review-input';
import type { Rule } from './rule';
import { secretsOf } from './secrets/secrets';
import { emptySnapshot, toSnapshot, type Snapshot } from './snapshot';
import { verdictOf } from './verdict';
import { applyWaivers, type WaiverInput } from './waivers/apply-waivers';

/** Two stacks, a plan, or all of it: where there are stacks, they are judged, and the plan tells what happens to resources. */
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
export function review(request: ReviewRequest): Report {
  const { plan, waivers, rules = RULES } = request;
  const input = toInput(request);
  const { base, head } = input;
  const judged = judge(rules, input);
  const { access, unknown } = compareAccess(base ?? emptySnapshot(), head);
  const { findings, waived } = applyWaivers(judged.findings, waivers);
  const told = {
    findings: worstFirst(findings),
    resources: resourcesOf(input),
    unknown: inOneOrder([...unknown, ...judged.unknown, ...unfinished(plan)]),
    ...(access === undefined ? {} : { access }),
  };
  const isSilent =
    access !== undefined &&
    !isAccessChanged(access) &&
    told.findings.length + told.resources.length + told.unknown.length === 0;
  return {
    ...told,
    waived,
    basis: basisOf(request),
    verdict: verdictOf(told),
    isSilent,
    secrets: secretsOf([...(base === undefined ? [] : [base.graph]), head.graph], plan),
  };
}

function toInput({ base, head, plan }: ReviewRequest): ReviewInput {
  const planned = plan === undefined ? {} : { plan };
  const moved = plan === undefined ? [] : [...movedIn(plan)];
  if (head !== undefined) {
    if (base === undefined) return { head, moved: new Map(moved), ...planned };
    return { base, head, moved: new Map([...renamesBetween(base, head), ...moved]), ...planned };
  }
  if (plan === undefined) throw new RangeError('a review needs a plan, or what is to be');
  const isFirst = ![...plan.before.resources.values()].some(({ mode }) => mode === 'managed');
  const before = isFirst ? {} : { base: toSnapshot(plan.before) };
  return { ...before, head: toSnapshot(plan.after), moved: new Map(moved), plan };
}

function resourcesOf({ base, head, plan, moved }: ReviewInput): Report['resources'] {
  if (plan === undefined) return summarizeStacks(base ?? emptySnapshot(), head, moved);
  return summarizePlan(plan, {
    renames: renamesInPlan(plan),
    constructOf: (address) =>
      (head.resources.get(address) ?? base?.resources.get(address))?.constructPath,
  });
}
