import { typedComparison } from './comparison';
import type { Comparison } from './comparison';

type Holds = (value: number, operand: number) => boolean;

/** Source: IAM User Guide, "Date condition operators". */
export const DATE_OPERATORS = {
  DateEquals: date((value, operand) => value === operand),
  DateNotEquals: date((value, operand) => value === operand, { negated: true }),
  DateLessThan: date((value, operand) => value < operand),
  DateLessThanEquals: date((value, operand) => value <= operand),
  DateGreaterThan: date((value, operand) => value > operand),
  DateGreaterThanEquals: date((value, operand) => value >= operand),
} as const satisfies Record<string, Comparison>;

const EPOCH_SECONDS = /^\d{1,15}$/;
/** Source: W3C note "Date and Time Formats" (a profile of ISO 8601), which the IAM User Guide names. */
const ISO_8601 = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

function date(holds: Holds, { negated = false } = {}): Comparison {
  const expected = 'an ISO 8601 date or epoch seconds';
  return typedComparison({ negated, expected, parse: parseDate, holds });
}

/** Milliseconds since 1970. Four digits are a year; a time without a zone is UTC, wherever this runs. */
function parseDate(text: string): number | undefined {
  if (!ISO_8601.test(text)) return EPOCH_SECONDS.test(text) ? Number(text) * 1000 : undefined;
  const needsZone = text.includes('T') && !/(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const time = Date.parse(needsZone ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}
