import { isValues, jsonObjectOf, listOf } from '../reading';

/** What the policy of a topic may speak of. Source: SNS Developer Guide, "Amazon SNS API permissions: Actions and resources reference". */
const ACTIONS = new Set(
  [
    'AddPermission',
    'DeleteTopic',
    'GetDataProtectionPolicy',
    'GetTopicAttributes',
    'ListSubscriptionsByTopic',
    'ListTagsForResource',
    'Publish',
    'PutDataProtectionPolicy',
    'Receive',
    'RemovePermission',
    'SetTopicAttributes',
    'Subscribe',
  ].map((action) => `sns:${action}`.toLowerCase()),
);

/** Why SNS would refuse the policy of a topic, in the words of its SetTopicAttributes. */
export function topicPolicyProblem(policy: string): string | undefined {
  const document = jsonObjectOf(policy);
  const statements = document === undefined ? [] : listOf(document.Statement).filter(isValues);
  if (statements.length === 0) return 'InvalidParameter: Invalid parameter: Policy Error: null';
  const actions = statements
    .flatMap((statement) => listOf(statement.Action))
    .filter((action) => typeof action === 'string');
  const outside = actions.find((action) => isOutside(action.toLowerCase()));
  if (outside === undefined) return undefined;
  return `InvalidParameter: Invalid parameter: Policy statement action out of service scope! "${outside}"`;
}

/** A pattern that is narrower than `sns:*` may be allowed: nobody has told. */
function isOutside(action: string): boolean {
  if (!action.startsWith('sns:') || action === 'sns:*') return true;
  return !ACTIONS.has(action) && !/[*?]/.test(action);
}
