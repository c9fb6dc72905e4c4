import { groupsOf } from '@gatehouse/access';

import type { CallFailure, CallFailureKind } from './call-failure';
import { spanInWords } from './clock-ahead';
import { groupOfRole, type RoutePage } from './route-pages';

/** What the screen offers to press besides calling again. */
export type FailureAction = 'sign-in' | 'refresh-access';

/** What happened, then what to do. */
export interface FailureWords {
  readonly title: string;
  readonly happened: string;
  readonly todo: string;
  readonly action?: FailureAction;
}

export interface FailureContext {
  readonly page: Pick<RoutePage, 'key' | 'method'>;
  /** The path that was called, as the outcome has it. */
  readonly path: string;
  /** Groups by the token at hand. */
  readonly groups: readonly string[];
}

type Words<K extends CallFailureKind> = (
  failure: Extract<CallFailure, { kind: K }>,
  context: FailureContext,
) => FailureWords;

const TELL_US =
  'Try again in a moment. If it stays, tell whoever runs this, and give the request id.';
const TELL_US_SETUP =
  'You cannot mend this from here. Tell whoever runs this, and give the request id.';

const WORDS: { readonly [K in CallFailureKind]: Words<K> } = {
  'signed-out': () => ({
    title: 'You are signed out.',
    happened:
      'Your session ended before the call: you signed out on another device, or too much time has passed.',
    todo: 'Sign in again and you are back on this page.',
    action: 'sign-in',
  }),
  'no-keys': () => ({
    title: 'We couldn’t get keys to sign with.',
    happened: 'The sign-in service didn’t answer, or gave none, so nothing was sent to the gate.',
    todo: 'Check your connection and try again. You are still signed in.',
  }),
  'no-role': () => ({
    title: 'There is no role for you.',
    happened:
      'You are signed in, but the identity pool would not give you keys: none of its roles fits your groups, or it no longer trusts your token.',
    todo: 'Refresh your access. If that doesn’t help, ask an administrator which group you should be in.',
    action: 'refresh-access',
  }),
  'keys-refused': ({ expired }) => ({
    title: expired ? 'Your keys have expired.' : 'The gate doesn’t know your keys.',
    happened: expired
      ? 'Keys are issued for one hour, and the ones in use are older.'
      : 'The keys that signed this call are not, or no longer, known to the gate.',
    todo: 'Refresh your access to get new ones: no need to sign out.',
    action: 'refresh-access',
  }),
  'clock-wrong': ({ aheadMs }) => ({
    title:
      aheadMs === undefined
        ? 'Your clock and the gate’s disagree.'
        : `Your clock is ${spanInWords(aheadMs)} ${aheadMs > 0 ? 'ahead' : 'behind'}.`,
    happened: 'Every call is stamped with the time, and the gate accepts five minutes either way.',
    todo: 'Set this device’s date and time to automatic, then try again.',
  }),
  'signature-refused': () => ({
    title: 'The signature doesn’t match the call.',
    happened:
      'What arrived is not what was signed: something between you and the gate changed the call, or this page is set up for another API.',
    todo: 'Reload the page and try again. A proxy or browser extension that edits requests can cause this.',
  }),
  'not-recognised': (_failure, { page }) => ({
    title: `The gate doesn’t know ${page.key}.`,
    happened:
      'Either this route was never deployed, or the signature was lost on the way. The gate gives both the same answer.',
    todo: TELL_US_SETUP,
  }),
  'not-allowed': ({ role, denied }, context) =>
    denied ? denies(role, context) : notAllowed(role, context),
  'key-refused': () => ({
    title: 'The gate refused this app’s API key.',
    happened:
      'The key is missing, switched off, or not part of a plan for this API. It belongs to the app, not to you: your sign-in is fine.',
    todo: 'Reload the page to pick up a newer key. If it stays, tell whoever runs this, and give the request id.',
  }),
  throttled: () => ({
    title: 'Too many calls at once.',
    happened:
      'The gate lets only so many calls through per second. It doesn’t say whether this app’s plan or the whole API was full.',
    todo: 'Wait a few seconds, then try again.',
  }),
  'quota-used': () => ({
    title: 'This app’s quota is used up.',
    happened:
      'The plan behind the API key allows a fixed number of calls per period, and they are all spent. Everyone who uses this app shares them.',
    todo: 'Trying again won’t help until the period is over. Whoever runs this can raise the quota.',
  }),
  'route-refused': ({ message }) => ({
    title: 'The route said no.',
    happened: message,
    todo: 'The gate let you through; the answer above is the route’s own.',
  }),
  'route-failed': () => ({
    title: 'The route failed.',
    happened:
      'The gate let you through, but the function behind it broke before it could answer. This is our fault, not yours.',
    todo: TELL_US,
  }),
  'route-timed-out': () => ({
    title: 'The route took too long.',
    happened: 'The gate let you through, but the function behind it didn’t answer in time.',
    todo: TELL_US,
  }),
  'gate-failed': () => ({
    title: 'The gate itself failed.',
    happened: 'It could not finish the call, and doesn’t say where. This is our fault, not yours.',
    todo: TELL_US,
  }),
  offline: ({ left }) => ({
    title: 'You are offline.',
    happened: left
      ? 'This device lost its connection before an answer came, so nobody can say how far the call got.'
      : 'This device has no connection, so the call never left it.',
    todo: 'Connect again, then call again. You are still signed in.',
  }),
  unreachable: () => ({
    title: 'The gate didn’t answer.',
    happened:
      'The call got no answer this page may read. The API may be down or on another address, or something on the way blocked it.',
    todo: 'Check your connection and try again. If other sites work, tell whoever runs this.',
  }),
  'not-sent': ({ message }) => ({
    title: 'The call couldn’t be signed.',
    happened: `Nothing was sent. ${message}`,
    todo: 'Check your connection, reload the page, then try again.',
  }),
  unexpected: () => ({
    title: 'The gate gave an answer we don’t know.',
    happened: 'It is not one of the refusals this page can explain. You see it below as it came.',
    todo: TELL_US,
  }),
};

/** The words for a failure: plain, second person, what happened and then what to do. */
export function failureWords(failure: CallFailure, context: FailureContext): FailureWords {
  const words = WORDS[failure.kind] as Words<CallFailureKind>;
  return words(failure, context);
}

function mayNot(role: string | undefined, { page, path }: FailureContext): string {
  const named = role === undefined ? '' : `, ${groupOfRole(role) ?? role},`;
  return `Your role${named} may not call ${page.method} ${path}.`;
}

/** No new keys and no other group help against a statement that denies. */
function denies(role: string | undefined, context: FailureContext): FailureWords {
  return {
    title: mayNot(role, context),
    happened: 'A policy denies this call outright, and that outweighs every policy that allows it.',
    todo: TELL_US_SETUP,
  };
}

function notAllowed(role: string | undefined, context: FailureContext): FailureWords {
  const { page, groups } = context;
  const may = groupsOf(page.key);
  const mine = groupOfRole(role);
  const stale = may.find((name) => groups.includes(name) && name !== mine);
  const base = {
    title: mayNot(role, context),
    action: 'refresh-access',
  } as const;
  if (mine !== undefined && may.includes(mine)) {
    return {
      ...base,
      happened: `By the route table the ${mine} group may. What is deployed says otherwise.`,
      todo: 'Tell whoever runs this: the deployed policy and the table disagree.',
    };
  }
  return {
    ...base,
    happened: `Only the ${listOf(may)} ${may.length === 1 ? 'group' : 'groups'} can.`,
    todo:
      stale === undefined
        ? 'Ask an administrator to add you to it, then refresh your access: no need to sign out.'
        : `You are in ${stale} by now, but these keys are older. Refresh your access.`,
  };
}

function listOf(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
}
