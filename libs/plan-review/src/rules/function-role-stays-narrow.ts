import type { AuthModel, Role } from '@gatehouse/auth-model';

import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { withModel } from '../compare';
import { say } from '../say';

export const functionRoleStaysNarrow: Rule = {
  id: 'function-role-stays-narrow',
  title: 'A function may do more than before',
  severity: 'medium',
  why: 'Whoever finds a hole in the function may do all that its role may.',
  fix: 'Grant what the code calls, on the ARNs that it calls it on.',
  source: 'Lambda Developer Guide, "Defining Lambda function permissions with an execution role"',
  *check({ base, head }) {
    if (base?.model === undefined) return;
    const before = new Map(functionRoles(base.model).map((role) => [role.address, role]));
    yield* withModel(head, function* (model) {
      for (const role of functionRoles(model)) {
        const was = before.get(role.address);
        if (was !== undefined) yield* compare(was, role);
      }
    });
  },
};

function functionRoles({ roles }: AuthModel): readonly Role[] {
  return roles.filter(
    ({ trust }) =>
      trust.kind === 'known' &&
      trust.value.statements.some(({ principals }) =>
        principals?.byType.Service?.includes('lambda.amazonaws.com'),
      ),
  );
}

function* compare(was: Role, now: Role): Iterable<Verdict> {
  const granted = new Set(grantsOf(was).map(toKey));
  for (const grant of grantsOf(now)) {
    if (!granted.has(toKey(grant)))
      yield finding(
        now.address,
        say`the function may ${grant.action} on ${grant.resource}, and could not`,
      );
  }
  const known = new Set(was.policies.map(({ name }) => name));
  for (const { name, address, document } of now.policies) {
    if (document.kind !== 'known' && !known.has(name))
      yield cannotKnow(address, say`what ${name} grants to the function is not known`);
  }
}

interface Grant {
  readonly action: string;
  readonly resource: string;
}

const toKey = ({ action, resource }: Grant): string => `${action.toLowerCase()} ${resource}`;

/** Every action on every resource that is allowed; `Not…` as one that is written so. */
function grantsOf({ policies }: Role): readonly Grant[] {
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
