import type { StatementFacts, TraceStep } from '../operator/answers';
import type { MissedPart } from './statement-lines';

/** The statement that a decision hangs on, and how to show it. */
export interface ShownStatement extends StatementFacts {
  readonly mark: 'allows' | 'denies' | 'missed';
  /** Of the nearest miss: what did not fit. */
  readonly missed?: { readonly part: MissedPart; readonly wanted: string; readonly got: string };
}

/** Of a policy or a trust policy; `undefined` where no statement had anything to do with it. */
export function decidingStatement(step: TraceStep): ShownStatement | undefined {
  if ((step.name !== 'policy' && step.name !== 'trust') || step.facts === undefined)
    return undefined;
  const { effect, by, nearest } = step.facts;
  if (by !== undefined) return { ...by, mark: effect === 'allow' ? 'allows' : 'denies' };
  if (nearest === undefined) return undefined;
  const { part, wanted, got, ...statement } = nearest;
  return { ...statement, mark: 'missed', missed: { part, wanted, got } };
}
