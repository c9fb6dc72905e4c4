import type { CompiledStatement, Question } from './compile-document';
import type { NearestMiss } from './decision';
import type { Condition, Patterns, Principals, Statement } from './policy-document';
import { sharedLength } from './shared-length';

export interface CandidatePolicy {
  readonly name: string;
  readonly statements: readonly CompiledStatement[];
}

/** The later the part, the nearer the miss: whoever wrote the statement meant this principal, action, resource. */
const PARTS: readonly NearestMiss['part'][] = ['principal', 'action', 'resource', 'condition'];

/**
 * The `Allow` statement that came closest to matching: most parts matched, then the longest common beginning of what was wanted and
 * what was got, then the first.
 */
export function nearestMiss(
  policies: readonly CandidatePolicy[],
  question: Question,
): NearestMiss | undefined {
  let nearest: NearestMiss | undefined;
  for (const { name, statements } of policies) {
    for (const compiled of statements) {
      if (compiled.statement.effect !== 'Allow') continue;
      const part = compiled.firstPart(false, question);
      if (part === undefined) continue;
      const explained = explain(part, compiled, question);
      const { index, statement } = compiled;
      const miss = { policy: name, index, statement, part, ...explained };
      if (!nearest || isNearer(miss, nearest)) nearest = miss;
    }
  }
  return nearest;
}

function isNearer(one: NearestMiss, other: NearestMiss): boolean {
  const parts = PARTS.indexOf(one.part) - PARTS.indexOf(other.part);
  return parts !== 0
    ? parts > 0
    : sharedLength(one.wanted, one.got) > sharedLength(other.wanted, other.got);
}

type Explanation = Pick<NearestMiss, 'wanted' | 'got' | 'detail'>;

function explain(
  part: NearestMiss['part'],
  { statement, conditions }: CompiledStatement,
  { request, context }: Question,
): Explanation {
  switch (part) {
    case 'principal':
      return explainPrincipal(statement.principals, request.principal);
    case 'action':
      return explainPatterns('action', statement.actions, request.action);
    case 'resource':
      return explainPatterns('resource', resourcesOf(statement), request.resource);
    case 'condition': {
      const missed = conditions.find((condition) => condition.matches(context) === false);
      const found = missed && context.lookup(missed.condition.key.toLowerCase());
      return explainCondition(missed?.condition, typeof found === 'string' ? [] : (found ?? []));
    }
  }
}

function resourcesOf({ resources }: Statement): Patterns {
  return resources ?? { negated: false, patterns: ['*'] };
}

function explainPatterns(noun: string, { negated, patterns }: Patterns, got: string): Explanation {
  const wanted = closest(patterns, got);
  const others = patterns.length > 1 ? ` (nor ${patterns.length - 1} more)` : '';
  const detail = negated
    ? `${noun} ${got} is excluded: the statement is for all but ${patterns.join(', ')}`
    : `${noun} ${got} does not match ${wanted}${others}`;
  return { wanted, got, detail };
}

function explainPrincipal(
  principals: Principals | undefined,
  principal: { readonly type: string; readonly value: string } | undefined,
): Explanation {
  const got = principal ? `${principal.type} ${principal.value}` : 'no principal';
  const wanted = principals ? listPrincipals(principals) : 'no principal';
  return { wanted, got, detail: `principal is ${got}, the statement is for ${wanted}` };
}

function listPrincipals({ negated, byType }: Principals): string {
  const names = Object.entries(byType).map(([type, values]) => `${type} ${values.join(', ')}`);
  return `${negated ? 'all but ' : ''}${names.join('; ')}`;
}

function explainCondition(
  condition: Condition | undefined,
  values: readonly string[],
): Explanation {
  const { operator = '', key = '', values: operands = [] } = condition ?? {};
  const got = values.length === 0 ? 'nothing' : values.join(', ');
  const wanted = operands.join(' or ');
  return { wanted, got, detail: `${operator} wants ${key} ${wanted}, the request has ${got}` };
}

function closest(patterns: readonly string[], value: string): string {
  return patterns.reduce((best, pattern) =>
    sharedLength(pattern, value) > sharedLength(best, value) ? pattern : best,
  );
}
