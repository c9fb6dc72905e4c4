const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const GRAMMAR =
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>\d{1,2}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2}) UTC (?<year>\d{4})$/;

/** `Tue Sep 5 07:04:09 UTC 2026`: English, UTC, the day without a zero before it. */
export function formatAnswerTimestamp(epochMs: number): string {
  const date = new Date(epochMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${DAYS[date.getUTCDay()] ?? ''} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCDate()} ${time} UTC ${String(date.getUTCFullYear()).padStart(4, '0')}`;
}

/** Whether a TIMESTAMP names a real moment in Cognito's grammar: what would be written otherwise, weekday included, is none. */
export function isAnswerTimestamp(text: string): boolean {
  const parts = GRAMMAR.exec(text)?.groups;
  if (parts === undefined) return false;
  const month = MONTHS.findIndex((name) => name === parts.month);
  const [year, day, hour, minute, second] = ['year', 'day', 'hour', 'minute', 'second'].map(
    (name) => Number(parts[name]),
  );
  if (month < 0) return false;
  return formatAnswerTimestamp(Date.UTC(year ?? 0, month, day, hour, minute, second)) === text;
}
