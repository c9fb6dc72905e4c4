import { compileCondition } from './condition';
import type { CompiledCondition } from './condition';
import type { AccessRequest, NearestMiss } from './decision';
import { compileGlob, matchGlob } from './glob';
import type { Glob } from './glob';
import { coversGlob, globsOverlap } from './compare-globs';
import type { Patterns, PolicyDocument, Statement } from './policy-document';
import { compileTemplate, openTruth, resolveTemplate } from './policy-variables';
import { matchesPrincipals } from './principal';
import type { RequestContext } from './request-context';
import { every, matchesAlternatives } from './truth';
import type { Truth } from './truth';

export interface CompiledStatement {
  readonly index: number;
  readonly statement: Statement;
  readonly conditions: readonly CompiledCondition[];
  readonly matches: (question: Question) => Truth;
  /** The first part that certainly does not match, or of which it is not known; undefined when there is none. */
  readonly firstPart: (
    truth: false | 'unknown',
    question: Question,
  ) => NearestMiss['part'] | undefined;
  /** All condition keys it may ask for, in lower case. */
  readonly keys: readonly string[];
}

/** A request, prepared once for all statements. */
export interface Question {
  readonly request: AccessRequest;
  /** Actions are not case-sensitive. */
  readonly lowerCaseAction: string;
  readonly context: RequestContext;
  /** What the resource stands for, where it is a pattern. */
  readonly resources?: Glob;
}

const compiled = new WeakMap<PolicyDocument, readonly CompiledStatement[]>();

/** A document is prepared on its first request and then remembered for as long as it lives. */
export function compileDocument(document: PolicyDocument): readonly CompiledStatement[] {
  const known = compiled.get(document);
  if (known) return known;
  const statements = document.statements.map((statement, index) =>
    compileStatement(statement, index, document.version),
  );
  compiled.set(document, statements);
  return statements;
}

type Part = (question: Question) => Truth;

function compileStatement(
  statement: Statement,
  index: number,
  version: PolicyDocument['version'],
): CompiledStatement {
  const conditions = statement.conditions.map((condition) => compileCondition(condition, version));
  const resources = compileResources(statement.resources, version);
  const parts: readonly (readonly [NearestMiss['part'], Part])[] = [
    ['principal', compilePrincipal(statement)],
    ['action', compileActions(statement.actions)],
    ['resource', resources.matches],
    ['condition', ({ context }) => every(conditions, (condition) => condition.matches(context))],
  ];
  return {
    index,
    statement,
    conditions,
    keys: [...resources.keys, ...conditions.flatMap((condition) => condition.keys)],
    matches: (question) => every(parts, ([, part]) => part(question)),
    firstPart: (truth, question) => parts.find(([, part]) => part(question) === truth)?.[0],
  };
}

/** Resource and trust policies say whom they are for, identity policies never do: see `AccessRequest.principal`. */
function compilePrincipal({ principals, effect }: Statement): Part {
  return ({ request: { principal } }) => {
    if (principals && principal) return matchesPrincipals(principals, principal, effect);
    return principals === undefined && principal === undefined;
  };
}

function compileActions({ negated, patterns }: Patterns): Part {
  const globs = patterns.map((pattern) => compileGlob(pattern.toLowerCase()));
  return ({ lowerCaseAction }) =>
    negated !== globs.some((glob) => matchGlob(glob, lowerCaseAction));
}

/** A trust policy has no resources: it is about its role, which only STS is asked for. */
function compileResources(
  resources: Patterns | undefined,
  version: PolicyDocument['version'],
): { readonly matches: Part; readonly keys: readonly string[] } {
  if (!resources)
    return { matches: ({ lowerCaseAction }) => lowerCaseAction.startsWith('sts:'), keys: [] };
  const templates = resources.patterns.map((pattern) =>
    compileTemplate(pattern, version, { wildcards: true, ignoreCase: false }),
  );
  const matches: Part = ({ request, context, resources: asked }) =>
    matchesAlternatives(templates, resources.negated, (template) => {
      const resolved = resolveTemplate(template, context);
      if (resolved === 'no-value') return resolved;
      const { kind, glob } = resolved;
      if (kind === 'fixed')
        return asked ? matchesSome(glob, asked) : matchGlob(glob, request.resource);
      return openTruth(asked ? globsOverlap(glob, asked) : matchGlob(glob, request.resource));
    });
  return { matches, keys: templates.flatMap((it) => (it.kind === 'variable' ? it.keys : [])) };
}

/** Of resources that a pattern stands for: all, none, or only some of them. */
function matchesSome(glob: Glob, asked: Glob): Truth {
  if (coversGlob(glob, asked)) return true;
  return globsOverlap(glob, asked) ? 'unknown' : false;
}
