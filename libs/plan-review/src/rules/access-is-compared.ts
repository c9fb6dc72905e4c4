import { diffAccess, type AccessChange, type AuthModel, type Unread } from '@gatehouse/auth-model';

import { addressOfRoutes } from '../access/address-of-routes';
import type { ReviewInput } from '../review-input';
import { isSameValue } from '../resources/same-value';
import { finding, type Rule, type RuleFinding, type Verdict } from '../rule';
import { listed, prose, say } from '../say';
import { emptySnapshot, type Snapshot } from '../snapshot';

export const accessIsCompared: Rule = {
  id: 'access-is-compared',
  title: 'Who can call what could not be compared',
  severity: 'high',
  why: 'What is not understood may grant anything: beside it, nobody can say that access stays as it was.',
  fix: 'Write it in a way that is understood, as the message says; or read it by hand, and let somebody answer for it in a waiver.',
  source: 'Gatehouse, docs/review.md, "What is compared"',
  *check(input) {
    const { base = emptySnapshot(), head } = input;
    for (const { whyNoModel, graph } of [base, head]) {
      if (whyNoModel !== undefined)
        yield finding(graph.fileName, say`nothing of it could be read: ${prose(whyNoModel)}`);
    }
    if (base.model === undefined || head.model === undefined) return;
    yield* newlyUnread(input, base.model, head.model);
    yield* newDoubts(base.model, head.model);
  },
};

/** What a type may hold without anybody being able to call more or less: it is told, and stops nothing. */
const NEVER_DECIDES: ReadonlySet<string> = new Set([
  'aws_api_gateway_api_key',
  'aws_api_gateway_deployment',
  'aws_api_gateway_gateway_response',
  'aws_api_gateway_integration_response',
  'aws_api_gateway_method_response',
  'aws_api_gateway_method_settings',
  'aws_api_gateway_model',
  'aws_api_gateway_request_validator',
  'aws_api_gateway_usage_plan',
  'aws_api_gateway_usage_plan_key',
  'aws_lambda_function',
  'aws_s3_bucket_website_configuration',
  'aws_s3_object',
]);

/** The same of a user pool: what passwords, attributes and mails are like. */
const NEVER_DECIDES_OF_POOL =
  /^(?:password_policy|schema|verification_message_template|email_|sms_)/;

/** What was not understood before either, and is as it was, is no news. */
function* newlyUnread(
  { base, head, moved }: ReviewInput,
  before: AuthModel,
  after: AuthModel,
): Iterable<Verdict> {
  const keyOf = ({ attribute }: Unread, address: string): string =>
    JSON.stringify([address, attribute]);
  const known = new Set(before.unread.map((one) => keyOf(one, one.address)));
  for (const unread of after.unread) {
    const was = moved.get(unread.address) ?? unread.address;
    if (known.has(keyOf(unread, was)) && isSame(base, was, head, unread.address)) continue;
    yield toFinding(unread, head);
  }
}

function toFinding({ address, attribute, because }: Unread, head: Snapshot): RuleFinding {
  const what = attribute === '' ? say`the resource` : say`${attribute}`;
  const type = head.resources.get(address)?.type ?? '';
  const isIdle =
    NEVER_DECIDES.has(type) ||
    (type === 'aws_cognito_user_pool' && NEVER_DECIDES_OF_POOL.test(attribute));
  return isIdle
    ? finding(address, say`${what} is not read, and decides nothing here: ${prose(because)}`, 'low')
    : finding(address, say`access was compared without ${what}: ${prose(because)}`);
}

function isSame(base: Snapshot | undefined, was: string, head: Snapshot, address: string): boolean {
  const [before, after] = [base?.resources.get(was), head.resources.get(address)];
  return before !== undefined && after !== undefined && isSameValue(before.known(), after.known());
}

/**
 * Who could not call before, and of whom it cannot be told any more; and new routes and people, unless such doubts are usual in the
 * stack, as with a condition on addresses.
 */
function* newDoubts(base: AuthModel, head: AuthModel): Iterable<RuleFinding> {
  const { doubtful, cells } = diffAccess(base, head);
  const isUsual = cells.some(({ before }) => before === null);
  const isFirst = cells.every(({ before }) => before === undefined);
  const asksForMore = ({ before }: AccessChange): boolean =>
    before === false || (before === undefined && !isUsual && !isFirst);
  const asking = doubtful.filter(asksForMore);
  for (const reason of new Set(asking.map((change) => change.reason))) {
    const changes = asking.filter((change) => change.reason === reason);
    const routes = [...new Set(changes.map(({ route }) => route))];
    const people = [...new Set(changes.map(({ principal }) => principal))];
    yield finding(
      addressOfRoutes(head, routes),
      say`whether ${listed(people)} can call ${listed(routes)} cannot be told: ${prose(reason)}`,
    );
  }
}
