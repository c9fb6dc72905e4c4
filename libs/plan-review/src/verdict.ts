import type { AccessDiff } from '@gatehouse/auth-model';

import { doubtfulSentences, gainedSentences, lostSentences } from './access/access-sentences';
import type { Finding } from './finding';
import { accessIsCompared } from './rules/access-is-compared';
import { accessStaysNarrow } from './rules/access-stays-narrow';
import type { Report } from './report';
import { listed, say, type Said } from './say';
import { isAtLeast } from './severity';

/** A rename is both: what moves without a word to Terraform is destroyed first. */
const DESTROYS: ReadonlySet<string> = new Set(['destroy', 'replace', 'rename']);

type Judged = Pick<Report, 'findings' | 'access' | 'resources' | 'unknown' | 'differing'>;

/** The first line of a review: who can now call what; then the worst of the rest. Before it, that something else is planned. */
export function verdictOf(judged: Judged): Said {
  return [...judged.differing.flatMap((said) => [...said, '. ']), ...ownVerdict(judged)];
}

function ownVerdict(judged: Judged): Said {
  const { access, findings, resources, unknown } = judged;
  const destroyed = resources.filter(({ action }) => DESTROYS.has(action));
  if (access === undefined) {
    return say`Who can call what could not be compared${worst(findings)}${lostThings(destroyed.length)}`;
  }
  const clauses = accessClauses(access);
  if (clauses !== undefined) return say`${clauses}${worst(findings.filter(isNoClause))}`;
  const isPart =
    unknown.length > 0 ||
    findings.some(
      ({ rule, severity }) => rule === accessIsCompared.id && isAtLeast(severity, 'medium'),
    );
  const reach = isPart ? ', as far as it could be compared' : '';
  return say`Nobody gains or loses access${[reach]}${worst(findings)}${lostThings(destroyed.length)}`;
}

/** Who gains what is said in front already. */
const isNoClause = ({ rule }: Finding): boolean => rule !== accessStaysNarrow.id;

function accessClauses(access: AccessDiff): Said | undefined {
  if (isFirst(access)) return everythingNew(access);
  if (isLast(access)) return ['Everything goes: nobody can call anything any more'];
  const [first, ...more] = [
    ...gainedSentences(access),
    ...lostSentences(access),
    ...doubtfulSentences(access),
  ];
  if (first === undefined) return undefined;
  if (more.length === 0) return first;
  return say`${first}; and ${[String(more.length)]} more ${[more.length === 1 ? 'change' : 'changes']} of access`;
}

const isFirst = ({ cells }: AccessDiff): boolean =>
  cells.length > 0 && cells.every(({ before }) => before === undefined);

const isLast = ({ cells }: AccessDiff): boolean =>
  cells.length > 0 && cells.every(({ after }) => after === undefined);

/** The first deployment: whoever can call something, a clause each. */
function everythingNew({ principals, cells }: AccessDiff): Said {
  const clauses = principals.map((principal) => {
    const own = cells.filter((cell) => cell.principal === principal);
    const allowed = own.filter(({ after }) => after === true).map(({ route }) => route);
    const open = own.filter(({ after }) => after === null).length;
    const doubt = open === 0 ? [] : say` (${[String(open)]} cannot be told)`;
    return say`${principal} can call ${listed(allowed)}${doubt}`;
  });
  return say`Everything is new: ${joined(clauses)}`;
}

function joined(clauses: readonly Said[]): Said {
  return clauses.flatMap((clause, index) => [...(index === 0 ? [] : ['; ']), ...clause]);
}

function worst(findings: readonly Finding[]): Said {
  const [first, ...more] = findings.filter(({ severity }) => severity !== 'info');
  if (first === undefined) return [];
  const count =
    more.length === 0 ? '' : `; ${more.length} more ${more.length === 1 ? 'finding' : 'findings'}`;
  return say`; ${[first.severity]}: ${first.address}: ${first.message}${[count]}`;
}

function lostThings(count: number): Said {
  if (count === 0) return [];
  return [`; ${count} ${count === 1 ? 'resource is' : 'resources are'} destroyed or replaced`];
}
