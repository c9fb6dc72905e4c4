import type { Finding, NotKnown } from './finding';
import type { ReviewInput } from './review-input';
import type { Rule } from './rule';
import { prose, say } from './say';

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly unknown: readonly NotKnown[];
}

/** Asks every rule. One that fails has judged nothing: that is said, and the others go on. */
export function judge(rules: readonly Rule[], input: ReviewInput): Judgement {
  const findings: Finding[] = [];
  const unknown: NotKnown[] = [];
  for (const rule of rules) {
    try {
      for (const verdict of rule.check(input)) {
        if (verdict.kind === 'finding') findings.push({ ...toFinding(rule, verdict, input) });
        else unknown.push({ rule: rule.id, address: verdict.address, because: verdict.because });
      }
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      unknown.push({ rule: rule.id, address: '', because: say`the rule failed: ${prose(words)}` });
    }
  }
  return { findings, unknown };
}

function toFinding(
  { id, severity, why, fix }: Rule,
  verdict: Pick<Finding, 'address' | 'message'> & { readonly severity?: Finding['severity'] },
  { base, head }: ReviewInput,
): Finding {
  const { address, message } = verdict;
  const view = head.resources.get(address) ?? base?.resources.get(address);
  const construct = view?.constructPath;
  return {
    rule: id,
    severity: verdict.severity ?? severity,
    address,
    message,
    why,
    fix,
    ...(construct === undefined ? {} : { construct }),
  };
}
