import type { FaultOrder } from '../operator/answers';
import { numberWords } from './counted';
import { durationWords } from './offset-words';

/** What each service is called here. */
export const SERVICE_WORDS: Readonly<Record<FaultOrder['service'], string>> = {
  api: 'The API',
  userPools: 'User pools: sign-in, sign-up',
  identityPools: 'Identity pools: credentials',
  website: 'The website',
  s3: 'S3: objects over its own API',
};

/** What each kind of fault does. */
export const KIND_WORDS: Readonly<Record<FaultOrder['kind'], string>> = {
  throttle: 'throttles its callers',
  error: 'fails as AWS itself would',
  delay: 'answers late',
  'no-cors': 'leaves the CORS headers out',
};

const MEMBERS = [
  'service',
  'kind',
  'method',
  'path',
  'operation',
  'delayMs',
  'every',
  'times',
] as const satisfies readonly (keyof FaultOrder)[];

/** Without what was counted: what can be ordered again. */
export function orderOf(fault: FaultOrder): FaultOrder {
  const { service, kind } = fault;
  const given = MEMBERS.filter((name) => fault[name] !== undefined);
  return { service, kind, ...Object.fromEntries(given.map((name) => [name, fault[name]])) };
}

/** Is the one the same order as the other? */
export function isSameOrder(one: FaultOrder, other: FaultOrder): boolean {
  return MEMBERS.every((name) => one[name] === other[name]);
}

/** `The API answers late: 3 seconds` */
export function faultWords({ service, kind, delayMs }: FaultOrder): string {
  const [who = ''] = SERVICE_WORDS[service].split(':');
  // Pools are several, and the others one each.
  const does = service.endsWith('Pools') ? PLURAL[kind] : KIND_WORDS[kind];
  return `${who} ${does}${delayMs === undefined ? '' : `: ${delayWords(delayMs)}`}`;
}

const PLURAL: typeof KIND_WORDS = {
  throttle: 'throttle their callers',
  error: 'fail as AWS itself would',
  delay: 'answer late',
  'no-cors': 'leave the CORS headers out',
};

function delayWords(ms: number): string {
  return ms % 1000 === 0 ? durationWords(ms) : `${numberWords(ms)} ms`;
}

/** Which requests it is about: `Only GET of /dev/vip…; every 2nd; 5 times.` */
export function scopeWords({ method, path, operation, every, times }: FaultOrder): string {
  const parts = [
    ...(method === undefined ? [] : [`only ${method}`]),
    ...(path === undefined ? [] : [`only paths that begin with ${path}`]),
    ...(operation === undefined ? [] : [`only ${operation}`]),
    ...(every === undefined || every === 1 ? [] : [`one request in ${numberWords(every)}`]),
    ...(times === undefined ? [] : [times === 1 ? 'once' : `${numberWords(times)} times`]),
  ];
  const words = parts.length === 0 ? 'every request, until it is taken away' : parts.join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
