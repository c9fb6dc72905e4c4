import type { JsonValue } from '../http/json-body';

export type Instant =
  | { readonly atMs: number; readonly problem?: never }
  | { readonly atMs?: never; readonly problem: string };

const EXAMPLE = 'write one such as 2026-01-31T10:00:00Z';
const MAX_SHOWN = 60;

/** With a zone: a time without one would be another in each office. Source: ISO 8601, in the form of ECMA-262, "Date Time String Format". */
const PARTS =
  /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A date and time in milliseconds since 1970, or a sentence that says what is wrong with it. */
export function parseInstant(value: JsonValue | undefined): Instant {
  if (typeof value !== 'string')
    return { problem: `${shown(value)} is no text with a date and time; ${EXAMPLE}.` };
  const [, year, month, day, time, zone] = PARTS.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined)
    return { problem: `${shown(value)} is no date and time; ${EXAMPLE}.` };
  const date = `${year}-${month}-${day}`;
  if (!isDay(date)) return { problem: `${date} is no date; ${EXAMPLE}.` };
  if (time === undefined) return { problem: `${shown(value)} has no time of the day; ${EXAMPLE}.` };
  if (zone === undefined)
    return { problem: `${shown(value)} has no zone, such as Z or +01:00; ${EXAMPLE}.` };
  const atMs = Date.parse(value);
  return Number.isNaN(atMs)
    ? { problem: `${time.slice(1)}${zone} is no time; ${EXAMPLE}.` }
    : { atMs };
}

/** `Date.parse` takes the 31st of any month, and goes on into the next. */
function isDay(date: string): boolean {
  const atMs = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(date);
}

function shown(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, MAX_SHOWN);
}
