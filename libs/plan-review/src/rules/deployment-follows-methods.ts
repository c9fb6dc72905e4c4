import { pairs, removed } from '../compare';
import type { ResourceView } from '../resource-view';
import type { ReviewInput } from '../review-input';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { listed, say } from '../say';

export const deploymentFollowsMethods: Rule = {
  id: 'deployment-follows-methods',
  title: 'A change of the API would not go live',
  severity: 'medium',
  why: 'API Gateway serves what was deployed. Without a new deployment a method that was closed stays open, and the plan looks as if it were done.',
  fix: 'Put a hash of every method, integration, response and policy into the triggers of the deployment.',
  source:
    'API Gateway Developer Guide, "Deploy REST APIs"; Terraform documentation, aws_api_gateway_deployment (triggers)',
  *check(input) {
    if (input.base === undefined) return;
    for (const { before, after } of pairs(input, 'aws_api_gateway_deployment')) {
      if (before === undefined) continue;
      const changed = changedParts(input, after);
      if (changed.length > 0 && !isMadeAnew(input, after, changed))
        yield* judge(before, after, changed);
      else if (hasTriggers(before) && !hasTriggers(after))
        yield finding(after.address, [
          'no later change of the API makes it anew: its triggers are gone',
        ]);
    }
  },
};

const hasTriggers = (view: ResourceView): boolean =>
  Object.keys(view.entries('triggers')).length > 0;

/** What a deployment takes a copy of. */
const PARTS = [
  'aws_api_gateway_authorizer',
  'aws_api_gateway_gateway_response',
  'aws_api_gateway_integration',
  'aws_api_gateway_integration_response',
  'aws_api_gateway_method',
  'aws_api_gateway_method_response',
  'aws_api_gateway_model',
  'aws_api_gateway_request_validator',
  'aws_api_gateway_resource',
  'aws_api_gateway_rest_api_policy',
];

/** By the plan, or because it is replaced whenever one of what changed is. */
function isMadeAnew(
  { plan, base }: ReviewInput,
  { address, lifecycle }: ResourceView,
  changed: readonly string[],
): boolean {
  const action = plan?.changes.find((change) => change.address === address)?.action;
  if (action === 'replace' || action === 'create') return true;
  // What is new triggers nothing: it was not there to change.
  const existing = changed.filter((one) => base?.resources.has(one) === true);
  return lifecycle.replaceTriggeredBy.some((trigger) => existing.includes(trigger));
}

function* judge(
  before: ResourceView,
  after: ResourceView,
  changed: readonly string[],
): Iterable<Verdict> {
  const was = before.value('triggers');
  const now = after.value('triggers');
  if (was?.kind === 'unknown' || now?.kind === 'unknown') {
    yield cannotKnow(after.address, ['whether it deploys anew is known at apply only']);
  } else if (JSON.stringify(was?.value) === JSON.stringify(now?.value)) {
    const more = changed.length > 3 ? [`${changed.length - 3} more`] : [];
    yield finding(
      after.address,
      say`it is not made anew, though ${listed([...changed.slice(0, 3), ...more])} changed`,
    );
  }
}

/** Addresses, of the same API. */
function changedParts(input: ReviewInput, deployment: ResourceView): readonly string[] {
  const api = apiOf(deployment);
  const changed = pairs(input, ...PARTS).flatMap(({ before, after }) =>
    before !== undefined && argumentsOf(before) === argumentsOf(after) ? [] : [after],
  );
  return [...changed, ...removed(input, ...PARTS)]
    .filter((part) => apiOf(part) === api)
    .map(({ address }) => address);
}

function apiOf(view: ResourceView): string | undefined {
  const id = view.text('rest_api_id');
  return id?.kind === 'known' ? id.value : view.referencesIn('rest_api_id')[0];
}

function argumentsOf(view: ResourceView): string {
  return JSON.stringify(view.known());
}
