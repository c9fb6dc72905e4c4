/**
 * How far this device's clock is ahead of the gate's, in milliseconds; negative when behind. Read
 * from the refusal, which names both times:
 * `Signature expired: 20261122T084500Z is now earlier than 20261122T085000Z (20261122T085500Z - 5 min.)`
 * Source: IAM user guide, "Troubleshoot Signature Version 4 requests".
 */
export function clockAheadMs(message: string): number | undefined {
  const times = [...message.matchAll(/\d{8}T\d{6}Z/g)].map(([time]) => parseBasicTime(time));
  const [signedAt, , gateTime] = times;
  return signedAt === undefined || gateTime === undefined ? undefined : signedAt - gateTime;
}

/** @param time ISO 8601 basic form, such as `20261122T084500Z` */
function parseBasicTime(time: string): number {
  return Date.parse(
    time.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}

/** "7 minutes", "2 hours", "3 days": the roundest unit that still tells. */
export function spanInWords(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return count(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}

function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
