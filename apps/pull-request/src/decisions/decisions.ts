import { createHash } from 'node:crypto';

/** What of a review a reviewer agreed to: who can call what, and which findings. Its JSON has more. */
export interface Decisions {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly findings: readonly string[];
}

const MAX_ENTRIES = 100_000;

/**
 * @param review the JSON that `npm run review -- --format json` writes
 * @throws Error when it is not such a review
 */
export function decisionsOf(review: unknown): Decisions {
  const { matrix, findings } = objectOf(review, 'the review');
  const { gained, lost } = objectOf(matrix, 'matrix');
  return {
    gained: linesOf(gained, 'matrix.gained', ['principal', 'route']),
    lost: linesOf(lost, 'matrix.lost', ['principal', 'route']),
    findings: linesOf(findings, 'findings', ['severity', 'rule', 'address']),
  };
}

/** The same for the same decisions, in whatever order, however they are worded. */
export function digestOf(decisions: Decisions): string {
  return createHash('sha256').update(JSON.stringify(decisions)).digest('hex');
}

function linesOf(value: unknown, name: string, members: readonly string[]): readonly string[] {
  if (!Array.isArray(value) || value.length > MAX_ENTRIES)
    throw new Error(`The review's ${name} is no list of at most ${MAX_ENTRIES}.`);
  const lines = value.map((entry: unknown) => {
    const entryMembers = objectOf(entry, name);
    return members.map((member) => textOf(entryMembers[member], `${name}.${member}`)).join(' ');
  });
  return [...new Set(lines)].sort();
}

function objectOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new Error(`The review has no ${name}.`);
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`The review's ${name} is no text.`);
}
