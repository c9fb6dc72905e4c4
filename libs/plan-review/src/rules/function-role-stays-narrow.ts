import type { AuthModel, Role } from '@gatehouse/auth-model';
import { isCovered, type Statement } from '@gatehouse/iam';

import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { pairs, withModel } from '../compare';
import type { ReviewInput } from '../review-input';
import { allowedBy, grantsOf } from '../grants';
import { isTelemetry } from '../policies/telemetry';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const functionRoleStaysNarrow: Rule = {
  id: 'function-role-stays-narrow',
  title: 'A function may do more than before',
  severity: 'medium',
  why: 'Whoever finds a hole in the function may do all that its role may.',
  fix: 'Grant what the code calls, on the ARNs that it calls it on.',
  source: 'Lambda Developer Guide, "Defining Lambda function permissions with an execution role"',
  *check(input) {
    yield* otherRoles(input);
    const { base, head } = input;
    if (base?.model === undefined) return;
    const before = new Map(functionRoles(base.model).map((role) => [role.address, role]));
    yield* withModel(head, function* (model) {
      for (const role of functionRoles(model)) {
        const was = before.get(role.address);
        if (was !== undefined) yield* compare(was, role, head);
      }
    });
  },
};

/** The function runs as somebody else: what that role may do counts from now on. */
function* otherRoles(input: ReviewInput): Iterable<Verdict> {
  for (const { before, after } of pairs(input, 'aws_lambda_function')) {
    const was = before?.text('role');
    const now = after.text('role');
    if (was?.kind !== 'known' || now?.kind !== 'known' || was.value === now.value) continue;
    yield finding(after.address, say`it runs as ${now.value}, and ran as ${was.value}`);
  }
}

function functionRoles({ roles }: AuthModel): readonly Role[] {
  return roles.filter(
    ({ trust }) =>
      trust.kind === 'known' &&
      trust.value.statements.some(({ principals }) =>
        principals?.byType.Service?.includes('lambda.amazonaws.com'),
      ),
  );
}

function* compare(was: Role, now: Role, head: Snapshot): Iterable<Verdict> {
  // That less is asked for is told by the rule about limits.
  const granted = allowedBy(was).map(unconditional);
  for (const grant of grantsOf(now)) {
    if (isCovered(unconditional(grant.statement), granted)) continue;
    yield finding(
      now.address,
      say`the function may ${grant.action} on ${grant.resource}, and could not`,
      isTelemetry(grant, head) ? 'info' : 'medium',
    );
  }
  const known = new Set(was.policies.map(({ name }) => name));
  for (const { name, address, document } of now.policies) {
    if (document.kind !== 'known' && !known.has(name))
      yield cannotKnow(address, say`what ${name} grants to the function is not known`);
  }
}

const unconditional = (statement: Statement): Statement => ({ ...statement, conditions: [] });
