import type { CollectedParts } from './collect-parts';
import { groupByOwner } from './group-by-owner';
import type { UsagePlan } from './model-api';
import { stageKey } from './readers/api-stage';
import { refusedByAws } from './refused-by-aws';

export function assembleUsagePlans(parts: CollectedParts): readonly UsagePlan[] {
  const plans = parts.of('aws_api_gateway_usage_plan');
  const ids = plans.map(({ id }) => id);
  const keysOf = groupByOwner(
    parts.of('aws_api_gateway_usage_plan_key'),
    ids,
    'usage plan',
    parts.problems,
  );
  refuseUnknownStages(parts, plans);
  return plans.map((plan) => ({ ...plan, keyIds: keysOf(plan.id) }));
}

/** Of the APIs that are here: a plan may have stages of others too. Source: API Gateway API reference, "CreateUsagePlan" (NotFoundException). */
function refuseUnknownStages(
  { of, problems }: CollectedParts,
  plans: readonly Pick<UsagePlan, 'address' | 'apiStages'>[],
): void {
  const ids = of('aws_api_gateway_rest_api').map(({ id }) => id);
  const stages = of('aws_api_gateway_stage').map(({ owner, value }) => stageKey(owner, value.name));
  for (const { address, apiStages } of plans) {
    for (const { apiId, stage } of apiStages) {
      if (!ids.includes(apiId) || stages.includes(stageKey(apiId, stage))) continue;
      const what = `${address}.api_stages names the stage ${JSON.stringify(stage)}`;
      const todo = 'Refer to the stage_name of a stage of this API.';
      const error = refusedByAws(what, `API Stage not found: ${apiId}:${stage}`, todo);
      problems.report(address, 'api_stages', error);
    }
  }
}
