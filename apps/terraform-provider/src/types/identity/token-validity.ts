import type { Check } from '../../resource/resource-facts';
import { blocksOf, numberOf, textOf } from '../reading';

const SECONDS: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
};

interface Limit {
  readonly argument: string;
  readonly unit: string;
  readonly byDefault: string;
  readonly min: number;
  readonly max: number;
  readonly words: string;
}

const LIMITS: readonly Limit[] = [
  tokenOfADay('access_token'),
  tokenOfADay('id_token'),
  {
    argument: 'refresh_token_validity',
    unit: 'refresh_token',
    byDefault: 'days',
    min: 3_600,
    max: 315_360_000,
    words: 'between 1h0m0s and 87600h0m0s',
  },
];

/** The number alone says nothing: 60 is an hour of minutes and two days and a half of hours. Source: user_pool_client.go, ConfigValidators. */
export const tokensLastAsLongAsTheyMay: Check = (values) => {
  const units = blocksOf(values, 'token_validity_units')[0] ?? {};
  for (const { argument, unit, byDefault, min, max, words } of LIMITS) {
    const number = numberOf(values, argument);
    const name = textOf(units, unit) ?? byDefault;
    const seconds = (number ?? 0) * (SECONDS[name] ?? 1);
    // Zero is how AWS tells that its own default holds.
    if (number === undefined || number === 0 || (seconds >= min && seconds <= max)) continue;
    return `Attribute ${argument} must have a duration ${words}, got: ${number} ${name}`;
  }
  return undefined;
};

function tokenOfADay(unit: string): Limit {
  return {
    argument: `${unit}_validity`,
    unit,
    byDefault: 'hours',
    min: 300,
    max: 86_400,
    words: 'between 5m0s and 24h0m0s',
  };
}
