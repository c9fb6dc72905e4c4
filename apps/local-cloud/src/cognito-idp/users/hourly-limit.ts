import type { Clock } from '../../clock';
import { limitExceeded } from '../refusals';
import { BoundedMap } from './bounded-map';

const HOUR_MS = 3_600_000;

/** Counts one call; throws AwsError LimitExceededException when the hour before it held `maxPerHour` already. */
export type HourlyLimit = (poolId: string, username: string) => void;

/** Per username, whether anyone has it or not. Refused calls do not count. */
export function createHourlyLimit(clock: Clock, maxPerHour: number): HourlyLimit {
  const calls = new BoundedMap<readonly number[]>();
  return (poolId, username) => {
    const key = `${poolId} ${username}`;
    const recent = (calls.get(key) ?? []).filter((atMs) => clock.now() - atMs < HOUR_MS);
    if (recent.length >= maxPerHour) throw limitExceeded(`${maxPerHour} in an hour`);
    calls.set(key, [...recent, clock.now()]);
  };
}
