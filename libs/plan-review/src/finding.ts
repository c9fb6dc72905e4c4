import type { Said } from './say';
import { SEVERITIES, type Severity } from './severity';

/** What a rule has found, with everything that a reader needs. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly address: string;
  /** `gatehouse-dev/Api/Secure`, where a synthesized stack says it. */
  readonly construct?: string;
  readonly message: Said;
  readonly why: string;
  readonly fix: string;
}

/** What a rule could not judge. */
export interface NotKnown {
  /** Absent: it is about the whole review. */
  readonly rule?: string;
  readonly address: string;
  readonly because: Said;
}

/** The worst first; then by rule and address. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, address }: Finding): string => `${rule} ${address}`;
  return findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
      (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0),
  );
}
