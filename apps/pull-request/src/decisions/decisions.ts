import { createHash } from 'node:crypto';

/** What of a review a reviewer agreed to: who can call what, which findings, what goes, and what nobody knows. Its JSON has more. */
export interface Decisions {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly doubtful: readonly string[];
  readonly findings: readonly string[];
  /** Destroyed, replaced, forgotten, or that Terraform will do something with which the review does not know. */
  readonly gone: readonly string[];
  readonly unknown: readonly string[];
}

const MAX_ENTRIES = 100_000;

/**
 * @param review the JSON that `npm run review -- --format json` writes
 * @throws Error when it is not such a review
 */
export function decisionsOf(review: unknown): Decisions {
  const { matrix, findings, resources, unknown } = objectOf(review, 'the review');
  const { gained, lost, doubtful } = objectOf(matrix, 'matrix');
  const cells = ['principal', 'route'];
  return {
    gained: linesOf(gained, 'matrix.gained', cells),
    lost: linesOf(lost, 'matrix.lost', cells),
    doubtful: linesOf(doubtful, 'matrix.doubtful', cells),
    findings: linesOf(findings, 'findings', ['severity', 'rule', 'address']),
    gone: linesOf(resources, 'resources', ['action', 'address'], ({ action }) => isGone(action)),
    unknown: unknownOf(unknown),
  };
}

/** In the words of `libs/plan-review`, `resources/resource-entry.ts`. */
const GONE: ReadonlySet<unknown> = new Set(['destroy', 'replace', 'rename', 'forget', 'unknown']);

const isGone = (action: unknown): boolean => GONE.has(action);

/** By rule and place: the words hold ids, which an offline plan makes up. What is about the whole review has nothing but words. */
function unknownOf(value: unknown): readonly string[] {
  const isOurs = (note: Entry): boolean => note.basis !== true;
  const isOfPlace = ({ rule = '', address }: Entry): boolean => rule !== '' || address !== '';
  const placed = linesOf(value, 'unknown', ['address'], (it) => isOurs(it) && isOfPlace(it));
  const ruled = linesOf(value, 'unknown', ['rule', 'address'], (it) => 'rule' in it && isOurs(it));
  const whole = linesOf(value, 'unknown', ['because'], (it) => isOurs(it) && !isOfPlace(it));
  return [...placed, ...ruled, ...whole];
}

/** The same for the same decisions, in whatever order, however they are worded. */
export function digestOf(decisions: Decisions): string {
  return createHash('sha256').update(JSON.stringify(decisions)).digest('hex');
}

/** Nothing changes: such a review is no new comment. @param review as `decisionsOf` takes it */
export function isSilent(review: unknown): boolean {
  return objectOf(review, 'the review').silent === true;
}

type Entry = Readonly<Record<string, unknown>>;

function linesOf(
  value: unknown,
  name: string,
  members: readonly string[],
  counts: (entry: Entry) => boolean = () => true,
): readonly string[] {
  if (!Array.isArray(value) || value.length > MAX_ENTRIES)
    throw new Error(`The review's ${name} is no list of at most ${MAX_ENTRIES}.`);
  const lines = value
    .map((entry: unknown) => objectOf(entry, name))
    .filter(counts)
    .map((entry) => members.map((member) => textOf(entry[member], `${name}.${member}`)).join(' '));
  return [...new Set(lines)].sort();
}

function objectOf(value: unknown, name: string): Entry {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Entry;
  throw new Error(`The review has no ${name}.`);
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`The review's ${name} is no text.`);
}
