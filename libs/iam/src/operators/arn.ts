import { matchGlob } from '../glob';
import type { Glob } from '../glob';
import { compileTemplate, openTruth, resolveTemplate } from '../policy-variables';

import type { Comparison } from './comparison';

const COLON = 0x3a;
const COMPONENTS = 6;

/** Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators": `ArnEquals` and `ArnLike` behave identically. */
export const ARN_OPERATORS = {
  ArnEquals: arn(),
  ArnLike: arn(),
  ArnNotEquals: arn({ negated: true }),
  ArnNotLike: arn({ negated: true }),
} as const satisfies Record<string, Comparison>;

function arn({ negated = false } = {}): Comparison {
  return {
    negated,
    accepts: () => true,
    expected: 'an ARN',
    compile: (operand, version) => {
      const rules = { wildcards: true, ignoreCase: false };
      const template = compileTemplate(operand, version, rules);
      return {
        keys: template.kind === 'variable' ? template.keys : [],
        test: (value, context) => {
          const resolved = resolveTemplate(template, context);
          if (resolved === 'no-value') return resolved;
          const { kind, glob } = resolved;
          // What a variable stands for may hold colons, which move the components: so only the whole can tell.
          return kind === 'fixed' ? matchesArn(glob, value) : openTruth(matchGlob(glob, value));
        },
      };
    },
  };
}

/** Each of the six components is checked by itself: a wildcard never reaches past its colon. A lone `*` is any ARN. */
function matchesArn(glob: Glob, value: string): boolean {
  const parts = splitArn(value.split(':'), (rest) => rest.join(':'));
  if (parts.length < COMPONENTS) return false;
  const patterns = splitArn(splitGlob(glob), joinGlobs);
  const [only] = patterns;
  if (patterns.length === 1 && only) return matchGlob(only, value);
  if (patterns.length < COMPONENTS) return false;
  return patterns.every((pattern, index) => matchGlob(pattern, parts[index] ?? ''));
}

/** The sixth component is the rest, colons and all. */
function splitArn<T>(pieces: readonly T[], join: (rest: readonly T[]) => T): readonly T[] {
  if (pieces.length <= COMPONENTS) return pieces;
  return [...pieces.slice(0, COMPONENTS - 1), join(pieces.slice(COMPONENTS - 1))];
}

function splitGlob(glob: Glob): readonly Glob[] {
  const pieces: number[][] = [[]];
  for (const token of glob) {
    if (token === COLON) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

function joinGlobs(globs: readonly Glob[]): Glob {
  return globs.flatMap((glob, index) => (index === 0 ? glob : [COLON, ...glob]));
}
