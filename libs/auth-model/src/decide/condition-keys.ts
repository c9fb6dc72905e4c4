import type { Asker } from './condition-key';
import { CONDITION_KEYS } from './condition-key-table';

/** Whether there is a request already, or the question is asked ahead of any: by a matrix, say. */
export type Moment = 'asked' | 'ahead';

const byName = new Map(CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]));

/**
 * Of a key that a context lacks, in lower case: whether it is not known. The others are absent, as on AWS.
 * A key of `aws:` that is not in the table is one that AWS has added since: what it holds, nothing here can tell.
 */
export function unknownKeys(asker: Asker, moment: Moment): (key: string) => boolean {
  return LOOKUPS[asker][moment];
}

function isUnknown(asker: Asker, moment: Moment, key: string): boolean {
  const row = byName.get(key) ?? byName.get(key.replace(/\/.*$/s, '/*'));
  switch (row?.origin[asker]) {
    case 'settled':
    case 'outside':
      return true;
    case 'session':
    case 'request':
      return moment === 'ahead';
    case 'optional':
    case 'never':
      return false;
    case undefined:
      return key.startsWith('aws:');
  }
}

type Lookup = (key: string) => boolean;

const lookups = (asker: Asker): Readonly<Record<Moment, Lookup>> => ({
  asked: (key) => isUnknown(asker, 'asked', key),
  ahead: (key) => isUnknown(asker, 'ahead', key),
});

const LOOKUPS: Readonly<Record<Asker, Readonly<Record<Moment, Lookup>>>> = {
  session: lookups('session'),
  unsigned: lookups('unsigned'),
  public: lookups('public'),
  client: lookups('client'),
  pool: lookups('pool'),
};
