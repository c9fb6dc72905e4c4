import type { Finding } from '../finding';
import { toPlain } from '../say';
import type { Voice } from './voice';

/** Findings that say the same of several places: one origin for every gateway response is one thing to read. */
export interface Alike {
  readonly finding: Finding;
  /** The other places, in the order of the findings. */
  readonly others: readonly Pick<Finding, 'address'>[];
}

/** In the order of the first of each. */
export function alike(findings: readonly Finding[]): readonly Alike[] {
  const groups = new Map<string, { readonly finding: Finding; readonly others: Finding[] }>();
  for (const finding of findings) {
    const { rule, severity, message, why, fix } = finding;
    const key = JSON.stringify([rule, severity, toPlain(message), why, fix]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { finding, others: [] });
    else group.others.push(finding);
  }
  return [...groups.values()];
}

/** Whoever wants all of them has them in the JSON. */
const MAX_PLACES = 30;

/** A line that names the other places; none where there are none. */
export function otherPlaces(others: Alike['others'], voice: Voice): readonly string[] {
  if (others.length === 0) return [];
  const shown = others.slice(0, MAX_PLACES).map(({ address }) => voice.value(address));
  const left = others.length - shown.length;
  const rest = left === 0 ? '' : `, and ${left} that the JSON lists`;
  return [`The same at ${others.length} more: ${shown.join(', ')}${rest}`];
}
