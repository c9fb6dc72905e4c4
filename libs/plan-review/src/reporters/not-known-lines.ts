import type { Report } from '../report';
import type { Voice } from './voice';

/** What could not be known, a line each; rules that miss the same thing share one. */
export function notKnownLines({ unknown }: Report, voice: Voice): readonly string[] {
  const rules = new Map<string, string[]>();
  for (const { rule, address, because } of unknown) {
    const where = address === '' ? '' : `${voice.value(address)}: `;
    const line = `${where}${voice.said(because)}`;
    const others = rules.get(line) ?? [];
    rules.set(line, rule === undefined ? others : [...others, rule]);
  }
  return [...rules].map(([line, ids]) => (ids.length === 0 ? line : `${line} (${ids.join(', ')})`));
}
