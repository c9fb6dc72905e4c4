import { diffAccess, type AccessChange, type AuthModel } from '@gatehouse/auth-model';

import { gains, type Gain } from '../access/access-sentences';
import { addressOfRoutes } from '../access/address-of-routes';
import { finding, type Rule, type RuleFinding } from '../rule';
import { withModel } from '../compare';
import { emptySnapshot, type Snapshot } from '../snapshot';

export const accessStaysNarrow: Rule = {
  id: 'access-stays-narrow',
  title: 'Somebody can call what they could not',
  severity: 'medium',
  why: 'Whoever reviews a change should have been asked who may call what: what guests can call, everybody on the internet can, and who gains a route that was there gains what others keep there.',
  fix: 'Take the grant back; or say in a waiver who decided that they may. A new route for those who have signed in needs no word.',
  source: 'Gatehouse, docs/review.md, "What is compared"',
  *check({ base = emptySnapshot(), head }) {
    const before = base.model;
    // Where either side is not understood, access-is-compared says so.
    if (before === undefined) return;
    yield* withModel(head, (after) => findings(before, after, head));
  },
};

function* findings(before: AuthModel, after: AuthModel, head: Snapshot): Iterable<RuleFinding> {
  const { gained, cells } = diffAccess(before, after);
  const byGuests = gained.filter(isOfGuest);
  const toAll = new Set(byGuests.map(({ route }) => route));
  // A method that asks for no signature is told, and waived, as such.
  const signed = byGuests.filter(({ route }) => asksForSignature(after, head, route));
  for (const gain of gains(signed)) yield toFinding(after, gain, 'high');
  // Where guests can, nobody wonders that everybody else can, too.
  const byOthers = gained.filter((change) => !isOfGuest(change) && !toAll.has(change.route));
  const beyond = byOthers.filter((change) => isBeyondUsual(change, cells));
  for (const gain of gains(beyond)) yield toFinding(after, gain, 'medium');
}

function asksForSignature(model: AuthModel, head: Snapshot, route: string): boolean {
  const method = head.resources.get(addressOfRoutes(model, [route]));
  const authorization = method?.text('authorization', 'NONE');
  return authorization?.kind !== 'known' || authorization.value !== 'NONE';
}

/** A group of that name is called `group guest`. */
const isOfGuest = ({ principal }: Pick<AccessChange, 'principal'>): boolean =>
  /^guest(?: of |$)/.test(principal);

/** A new route is for whoever it says, and a new group may call what members may; all else is more than somebody had. */
function isBeyondUsual(
  { cause, route, principal }: AccessChange,
  cells: readonly Pick<AccessChange, 'principal' | 'route' | 'before'>[],
): boolean {
  if (cause.kind === 'route-added') return false;
  if (cause.kind !== 'principal-added') return true;
  // Whoever is in two groups gains nothing that one of them had.
  const [groups = '', place] = principal.split(/(?= of )/);
  const had = ['member', ...groups.split(' + ')].map((name) => `${name}${place ?? ''}`);
  return !cells.some(
    (cell) => cell.route === route && cell.before === true && had.includes(cell.principal),
  );
}

function toFinding(
  after: AuthModel,
  { first, words }: Gain,
  severity: RuleFinding['severity'],
): RuleFinding {
  return finding(addressOfRoutes(after, [first.route]), words, severity);
}
