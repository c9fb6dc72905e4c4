import type { Role } from '@gatehouse/auth-model';

/** One action on one resource, as patterns. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
}

/** The same for the same grant: IAM does not mind the case of actions. */
export const toKey = ({ action, resource }: Grant): string => `${action.toLowerCase()} ${resource}`;

/** Whether all that a role may do is known: of one of which it is not, nobody can say what it may not do. */
export function isWhollyKnown({ policies }: Role): boolean {
  return policies.every(({ document }) => document.kind === 'known');
}

/** Every action on every resource that is allowed; `Not…` as one that is written so. */
export function grantsOf({ policies }: Role): readonly Grant[] {
  return policies.flatMap(({ document }) =>
    document.kind !== 'known'
      ? []
      : document.value.statements.flatMap(({ effect, actions, resources }) =>
          effect === 'Deny'
            ? []
            : named(actions).flatMap((action) =>
                named(resources).map((resource) => ({ action, resource })),
              ),
        ),
  );
}

function named(
  patterns: { readonly negated: boolean; readonly patterns: readonly string[] } | undefined,
): readonly string[] {
  if (patterns === undefined) return ['*'];
  return patterns.negated
    ? [`everything except ${patterns.patterns.join(', ')}`]
    : patterns.patterns;
}
