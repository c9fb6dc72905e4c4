import type { JsonObject } from '../http/json-body';
import { OperatorRefusal } from '../operator/endpoint';
import { MAX_OFFSET_MS } from './lab-clock';

export type ClockChange =
  | { readonly kind: 'advance'; readonly byMs: number }
  | { readonly kind: 'set'; readonly atMs: number }
  | { readonly kind: 'freeze' | 'thaw' | 'reset' };

/**
 * `{ "advanceMs": 3600000 }`, `{ "at": "2027-01-01T00:00:00Z" }`, `{ "frozen": true }` or `{ "reset": true }`.
 * @throws OperatorRefusal for anything else, and for two of them at once
 */
export function parseClockChange(body: JsonObject): ClockChange {
  const [name, ...others] = Object.keys(body);
  if (name !== undefined && others.length === 0) {
    const change = parse(name, body[name]);
    if (change !== undefined) return change;
  }
  throw new OperatorRefusal(
    400,
    'Say one of: "advanceMs" (a whole number of milliseconds, negative to go back, at most 20 years), "at" (a date and time with its zone, as 2027-01-01T00:00:00Z), "frozen" (true or false), "reset" (true).',
  );
}

function parse(name: string, value: JsonObject[string] | undefined): ClockChange | undefined {
  switch (name) {
    case 'advanceMs':
      return isOffset(value) ? { kind: 'advance', byMs: value } : undefined;
    case 'at': {
      const atMs = typeof value === 'string' && isInstant(value) ? Date.parse(value) : NaN;
      return Number.isNaN(atMs) ? undefined : { kind: 'set', atMs };
    }
    case 'frozen':
      return typeof value === 'boolean' ? { kind: value ? 'freeze' : 'thaw' } : undefined;
    case 'reset':
      return value === true ? { kind: 'reset' } : undefined;
    default:
      return undefined;
  }
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_OFFSET_MS;
}

/** With a zone: a time without one would be another in each office. */
function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
}
