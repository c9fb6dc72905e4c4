import type { JsonObject, JsonValue } from '../http/json-body';
import { OperatorRefusal } from '../operator/endpoint';
import { parseInstant } from './instant';
import { MAX_OFFSET_MS } from './lab-clock';

export type ClockChange =
  | { readonly kind: 'advance'; readonly byMs: number }
  | { readonly kind: 'set'; readonly atMs: number }
  | { readonly kind: 'freeze' | 'thaw' | 'reset' };

/** What each member wants. */
const WANTED = {
  advanceMs: 'a whole number of milliseconds, negative to go back, at most 20 years',
  at: 'a date and time with its zone, as 2027-01-01T00:00:00Z',
  frozen: 'true or false',
  reset: 'true',
} as const;

type Member = keyof typeof WANTED;

/** As much of what was sent as a sentence has room for. */
const MAX_SHOWN = 60;

/**
 * `{ "advanceMs": 3600000 }`, `{ "at": "2027-01-01T00:00:00Z" }`, `{ "frozen": true }` or `{ "reset": true }`.
 * @throws OperatorRefusal for anything else, and for two of them at once
 */
export function parseClockChange(body: JsonObject): ClockChange {
  const [name, ...others] = Object.keys(body);
  if (name === undefined || others.length > 0 || !isMember(name)) {
    const members = Object.entries(WANTED).map(([member, wanted]) => `"${member}" (${wanted})`);
    throw new OperatorRefusal(400, `Say one of: ${members.join(', ')}.`);
  }
  return parse(name, body[name]);
}

function parse(name: Member, value: JsonValue | undefined): ClockChange {
  switch (name) {
    case 'advanceMs':
      if (isOffset(value)) return { kind: 'advance', byMs: value };
      break;
    case 'at': {
      const instant = parseInstant(value);
      if (instant.atMs !== undefined) return { kind: 'set', atMs: instant.atMs };
      throw new OperatorRefusal(400, `"at": ${instant.problem}`);
    }
    case 'frozen':
      if (typeof value === 'boolean') return { kind: value ? 'freeze' : 'thaw' };
      break;
    case 'reset':
      if (value === true) return { kind: 'reset' };
  }
  const shown = JSON.stringify(value).slice(0, MAX_SHOWN);
  throw new OperatorRefusal(400, `"${name}" must be ${WANTED[name]}, not ${shown}.`);
}

function isMember(name: string): name is Member {
  return Object.hasOwn(WANTED, name);
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_OFFSET_MS;
}
