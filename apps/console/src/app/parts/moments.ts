const TIME = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const DATE_AND_TIME = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `14:32:07` */
export function timeOf(ms: number): string {
  return TIME.format(ms);
}

/** `24 Nov 2026, 14:32:07` */
export function momentOf(ms: number): string {
  return DATE_AND_TIME.format(ms);
}
