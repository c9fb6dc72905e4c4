import { coversCondition } from './covers-condition';
import { coversPattern, hasVariable } from './covers-pattern';
import type { Patterns, Principals, Statement } from './policy-document';
import { patternsOverlap } from './patterns-overlap';
import { namesPrincipal } from './principal';

/**
 * Whether `wide` applies to every request to which `narrow` does, and with the same effect: nothing in `narrow` is new beside it. Every
 * element counts, conditions and principals too. Never wrongly true; false of some that only a closer look would find.
 */
export function coversStatement(wide: Statement, narrow: Statement): boolean {
  return (
    wide.effect === narrow.effect &&
    coversPatterns(inLowerCase(wide.actions), inLowerCase(narrow.actions)) &&
    coversPatterns(wide.resources ?? EVERYTHING, narrow.resources ?? EVERYTHING) &&
    coversPrincipals(wide.principals, narrow.principals) &&
    wide.conditions.every((asked) => narrow.conditions.some((one) => coversCondition(asked, one)))
  );
}

/** Whether all of a statement is in others, each part of it in one of them, however they are cut. */
export function isCovered(statement: Statement, by: readonly Statement[]): boolean {
  return partsOf(statement).every((part) => by.some((one) => coversStatement(one, part)));
}

/** More than these are compared as a whole: nobody writes them, and it would take its time. */
const MAX_PARTS = 2_000;

/** One for each action, resource and principal. */
export function partsOf(statement: Statement): readonly Statement[] {
  const actions = eachOf(statement.actions);
  const resources = statement.resources ? eachOf(statement.resources) : [undefined];
  const principals = statement.principals ? eachName(statement.principals) : [undefined];
  if (actions.length * resources.length * principals.length > MAX_PARTS) return [statement];
  const { resources: _resources, principals: _principals, ...rest } = statement;
  return actions.flatMap((action) =>
    resources.flatMap((resource) =>
      principals.map((principal) => ({
        ...rest,
        actions: action,
        ...(resource && { resources: resource }),
        ...(principal && { principals: principal }),
      })),
    ),
  );
}

function eachOf({ negated, patterns }: Patterns): readonly Patterns[] {
  return negated
    ? [{ negated, patterns }]
    : patterns.map((pattern) => ({ negated, patterns: [pattern] }));
}

function eachName(principals: Principals): readonly Principals[] {
  if (principals.negated || principals.anyone) return [principals];
  return Object.entries(principals.byType).flatMap(([type, names]) =>
    names.map((name) => ({ negated: false, anyone: false, byType: { [type]: [name] } })),
  );
}

const EVERYTHING: Patterns = { negated: false, patterns: ['*'] };

/** IAM does not mind the case of actions. */
function inLowerCase({ negated, patterns }: Patterns): Patterns {
  return { negated, patterns: patterns.map((pattern) => pattern.toLowerCase()) };
}

function coversPatterns(wide: Patterns, narrow: Patterns): boolean {
  const within = (pattern: string, others: Patterns): boolean =>
    others.patterns.some((other) => coversPattern(other, pattern));
  if (!wide.negated && narrow.negated) return within('*', wide);
  if (!wide.negated) return narrow.patterns.every((pattern) => within(pattern, wide));
  if (narrow.negated)
    return wide.patterns.every((pattern) =>
      hasVariable(pattern) ? narrow.patterns.includes(pattern) : within(pattern, narrow),
    );
  if ([...wide.patterns, ...narrow.patterns].some(hasVariable)) return false;
  return !narrow.patterns.some((pattern) =>
    wide.patterns.some((other) => patternsOverlap(other, pattern)),
  );
}

function coversPrincipals(wide: Principals | undefined, narrow: Principals | undefined): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  if (wide.byType.AWS?.includes('*') === true && !wide.negated) return true;
  if (wide.negated !== narrow.negated) return false;
  const [more, less] = wide.negated ? [narrow, wide] : [wide, narrow];
  return Object.entries(less.byType).every(([type, names]) =>
    names.every((name) => namesPrincipal(more, { type, value: toArn(type, name) })),
  );
}

/** The id of an account and the ARN of its root are the same principal. */
function toArn(type: string, name: string): string {
  return type === 'AWS' && /^\d{12}$/.test(name) ? `arn:aws:iam::${name}:root` : name;
}
