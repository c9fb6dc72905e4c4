import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf } from '../reading';
import { text } from './api-objects';
import { stageId } from './api-gateway-stage';

/** The last day of its period that a quota may start on. Source: AWS provider, validate.go, `validUsagePlanQuotaSettings`. */
const LAST_OFFSET: Readonly<Record<string, number>> = { DAY: 0, WEEK: 6, MONTH: 27 };

const stagesExist: Check = (values, cloud) => {
  for (const block of blocksOf(values, 'api_stages')) {
    const [api, stage] = [text(block, 'api_id'), text(block, 'stage')];
    const id = stageId({ rest_api_id: api, stage_name: stage });
    if (cloud.find('aws_api_gateway_stage', id) === undefined) {
      return `NotFoundException: API Stage not found: ${api}:${stage}`;
    }
  }
  return undefined;
};

const quotaFits: Check = (values) => {
  for (const block of blocksOf(values, 'quota_settings')) {
    const { limit, offset } = block;
    const period = text(block, 'period');
    if (typeof limit === 'number' && limit < 1) {
      return `quota_settings.limit is ${limit}, expected 1 or more`;
    }
    const last = LAST_OFFSET[period] ?? 0;
    if (typeof offset !== 'number' || (offset >= 0 && offset <= last)) continue;
    return last === 0
      ? 'Usage Plan quota offset must be zero in the DAY period'
      : `Usage Plan quota offset must be between 0 and ${last} inclusive in the ${period} period`;
  }
  return undefined;
};

const throttlesFit: Check = (values) => {
  const throttles: readonly SettledValues[] = [
    ...blocksOf(values, 'throttle_settings'),
    ...blocksOf(values, 'api_stages').flatMap((stage) => blocksOf(stage, 'throttle')),
  ];
  for (const throttle of throttles) {
    for (const name of ['burst_limit', 'rate_limit'] as const) {
      const limit = throttle[name];
      if (typeof limit === 'number' && limit < 0) return `${name} is ${limit}, expected 0 or more`;
    }
  }
  return undefined;
};

/** The provider takes a plan out of its stages before it deletes it: AWS refuses nothing then. */
export const apiGatewayUsagePlan: ResourceFacts = {
  type: 'aws_api_gateway_usage_plan',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/usage_plan.go and validate.go of 2024 (v5, SDK for Go v2), which the changelog of v6.0.0 ' +
    'to v6.25.0 does not change',
  defaults: {
    'api_stages.throttle.burst_limit': 0,
    'api_stages.throttle.rate_limit': 0,
    'quota_settings.offset': 0,
    'throttle_settings.burst_limit': 0,
    'throttle_settings.rate_limit': 0,
  },
  allowed: { 'quota_settings.period': ['DAY', 'WEEK', 'MONTH'] },
  create(values, cloud) {
    const id = cloud.newId('usage-plan', text(values, 'name'));
    return { id, arn: `arn:aws:apigateway:${cloud.region}::/usageplans/${id}` };
  },
  checks: [stagesExist, quotaFits, throttlesFit],
};
