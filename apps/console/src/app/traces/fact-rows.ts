import type { TraceStep } from '../operator/answers';
import { numberWords } from '../parts/counted';

/** A fact of a step, in words. */
export interface FactRow {
  readonly label: string;
  readonly value: string;
}

/** Facts that the page shows in another way. */
const SHOWN_ELSEWHERE: readonly string[] = ['by', 'nearest', 'effect', 'kind'];

/** What a step knew, a row each: `Resource path`, `/secure`. */
export function factRows({ facts }: TraceStep): readonly FactRow[] {
  if (facts === undefined) return [];
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) =>
    value === undefined || SHOWN_ELSEWHERE.includes(name)
      ? []
      : [{ label: toWords(name), value: toText(name, value) }],
  );
}

/** `resourcePath` → `Resource path`. */
function toWords(name: string): string {
  const words = name
    .replace(/Ms$/, '')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return sentence.replace(/^(?:Arn|Api|Http)\b/, (word) => word.toUpperCase());
}

function toText(name: string, value: unknown): string {
  if (name.endsWith('AtMs') && typeof value === 'number') return new Date(value).toISOString();
  if (name.endsWith('Ms') && typeof value === 'number') return `${value.toFixed(1)} ms`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(itemText).join('\n') || 'none';
  return itemText(value);
}

function itemText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberWords(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, one]) => `${toWords(name).toLowerCase()} ${itemText(one)}`)
    .join(', ');
}
