import type { Role } from '@gatehouse/auth-model';

import { pairs, withModel } from '../compare';
import { grantsOf, isWhollyKnown } from '../grants';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { listed, say } from '../say';
import type { ReviewInput } from '../review-input';

export const functionKeepsItsLogs: Rule = {
  id: 'function-keeps-its-logs',
  title: 'What a function does is written down no more, or elsewhere',
  severity: 'medium',
  why: 'A function that may not write its logs goes on working, and nobody can look up what it did.',
  fix: 'Keep the log group of the function, and logs:CreateLogStream and logs:PutLogEvents on it in its role.',
  source: 'Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs"',
  *check(input) {
    yield* otherGroups(input);
    const { base, head } = input;
    if (base?.model === undefined) return;
    const before = new Map(base.model.roles.map((role) => [role.address, role]));
    yield* withModel(head, function* ({ roles }) {
      for (const role of roles) {
        const was = before.get(role.address);
        if (was === undefined) continue;
        const kept = mayLog(role);
        const lost = mayLog(was).filter((action) => !kept.includes(action));
        if (lost.length > 0 && !isWhollyKnown(role))
          yield cannotKnow(role.address, say`whether it may still ${listed(lost)}`);
        else if (lost.length > 0)
          yield finding(role.address, say`it may not ${listed(lost)}, and could`);
      }
    });
  },
};

/** Without a group of its own, Lambda makes one that keeps everything for ever. */
function* otherGroups(input: ReviewInput): Iterable<Verdict> {
  for (const { before, after } of pairs(input, 'aws_lambda_function')) {
    const was = before?.text('logging_config.log_group');
    const now = after.text('logging_config.log_group', 'the default group');
    if (was?.kind !== 'known' || now.kind !== 'known' || was.value === now.value) continue;
    yield finding(after.address, say`its logs go to ${now.value}, and went to ${was.value}`);
  }
}

const ACTIONS = ['logs:CreateLogStream', 'logs:PutLogEvents'];

function mayLog(role: Role): readonly string[] {
  const granted = grantsOf(role).map(({ action }) => action.toLowerCase());
  return ACTIONS.filter((name) =>
    granted.some((action) => {
      const start = action.endsWith('*') ? action.slice(0, -1) : undefined;
      return start === undefined
        ? action === name.toLowerCase()
        : name.toLowerCase().startsWith(start);
    }),
  );
}
