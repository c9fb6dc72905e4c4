import type { Trace } from '../operator/answers';
import { isPreflight, stepOf, whoAsked } from './trace-steps';
import { badgeOf, type Verdict, verdictOf } from './trace-words';

export interface TraceFilter {
  readonly verdict: Verdict | 'all';
  /** Words that must all occur in route, who, role, status or request id; in any casing. */
  readonly text: string;
  readonly preflights: boolean;
}

/** Newest first. */
export function filterTraces(traces: readonly Trace[], filter: TraceFilter): readonly Trace[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return traces
    .filter((trace) => filter.preflights || !isPreflight(trace))
    .filter((trace) => filter.verdict === 'all' || verdictOf(trace) === filter.verdict)
    .filter((trace) => {
      const text = searchable(trace);
      return words.every((word) => text.includes(word));
    })
    .toReversed();
}

function searchable(trace: Trace): string {
  const { method, path, requestId, operation, errorType } = trace;
  const role = stepOf(trace, 'role')?.facts?.name;
  return [method, path, requestId, operation, errorType, role, whoAsked(trace), badgeOf(trace)]
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase();
}
