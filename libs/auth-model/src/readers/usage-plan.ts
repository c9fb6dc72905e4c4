import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asNumber, asOneOf, asText } from '../json-types';
import type { ApiKey, PlanStage, Quota, Throttle, UsagePlan } from '../model-api';
import { refusedByAws } from '../refused-by-aws';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

export type UsagePlanPart = Omit<UsagePlan, 'keyIds'>;

/** Source: API Gateway API reference, "CreateApiKey"; the provider creates keys enabled. */
export function readApiKey(block: BlockReader): ApiKey {
  // Names the customer in a marketplace.
  block.ignore('customer_id', 'description');
  block.told('arn', 'created_date', 'last_updated_date');
  return {
    address: block.address,
    id: block.computed('id'),
    name: block.text('name'),
    value: readKeyValue(block),
    enabled: block.boolean('enabled', true),
  };
}

/** Source: API Gateway Developer Guide, "Quotas for configuring and running a REST API". */
const MIN_KEY_LENGTH = 20;
const MAX_KEY_LENGTH = 128;

function readKeyValue(block: BlockReader): string {
  const given = block.value('value', asText);
  const length = given?.kind === 'known' ? given.value.length : MIN_KEY_LENGTH;
  if (length >= MIN_KEY_LENGTH && length <= MAX_KEY_LENGTH) return block.computed('value');
  // Not the value itself: it is a secret.
  throw new AuthModelError(
    'ERR_MODEL_INVALID_VALUE',
    `${block.where('value')} has ${length} characters, and AWS takes ${MIN_KEY_LENGTH} to ${MAX_KEY_LENGTH}. Use another, or leave it out to have one made.`,
  );
}

/** Source: API Gateway API reference, "CreateUsagePlan". */
export function readUsagePlan(block: BlockReader): UsagePlanPart {
  block.ignore('description', 'product_code');
  block.told('arn');
  const throttle = block.block('throttle_settings');
  const quota = block.block('quota_settings');
  return {
    address: block.address,
    id: block.computed('id'),
    name: block.text('name'),
    apiStages: block.blocks('api_stages').map(readPlanStage),
    ...withoutUndefined({
      throttle: throttle && readThrottle(throttle),
      quota: quota && readQuota(quota),
    }),
  };
}

/** The id of a key, owned by the plan it is in. */
export function readUsagePlanKey(block: BlockReader): Owned<string> {
  block.told('name', 'value');
  block.attempt(
    'key_type',
    () => block.required('key_type', asOneOf('API_KEY')),
    () => 'API_KEY',
  );
  return {
    address: block.address,
    owner: block.text('usage_plan_id'),
    value: block.text('key_id'),
  };
}

function readPlanStage(block: BlockReader): PlanStage {
  const throttles = block
    .blocks('throttle')
    .map((throttle) => [throttle.text('path'), readThrottle(throttle)] as const);
  const stage = {
    apiId: block.text('api_id'),
    stage: block.text('stage'),
    methodThrottles: Object.fromEntries(throttles),
  };
  block.end();
  return stage;
}

function readThrottle(block: BlockReader): Throttle {
  const throttle = {
    rateLimit: requiredNumber(block, 'rate_limit'),
    burstLimit: requiredNumber(block, 'burst_limit'),
  };
  block.end();
  return throttle;
}

/**
 * The most that a quota may begin with. AWS documents it as a number of requests, and yet it is bounded by the days of the period.
 * Source: AWS provider, internal/service/apigateway/validate.go, validUsagePlanQuotaSettings.
 */
const LAST_OFFSET = { DAY: 0, WEEK: 6, MONTH: 27 } as const satisfies Record<
  Quota['period'],
  number
>;

const PERIOD = asOneOf('DAY', 'WEEK', 'MONTH');

function readQuota(block: BlockReader): Quota {
  const limit = requiredNumber(block, 'limit');
  const offset = block.number('offset', 0);
  const period = block.attempt(
    'period',
    () => block.required('period', PERIOD),
    () => undefined,
  );
  if (period !== undefined) refuseOffset(block, period, offset);
  block.end();
  return { limit, period: period ?? 'DAY', offset };
}

/** How much may be called never decides who may: where it cannot be read, and the rest is to be, nothing is there to call with. */
function requiredNumber(block: BlockReader, name: string): number {
  return block.attempt(
    name,
    () => block.required(name, asNumber),
    () => 0,
  );
}

function refuseOffset(block: BlockReader, period: Quota['period'], offset: number): void {
  const last = LAST_OFFSET[period];
  if (offset >= 0 && offset <= last) return;
  const range = last === 0 ? 'zero' : `between 0 and ${last} inclusive`;
  const error = refusedByAws(
    `${block.where('offset')} is ${offset}`,
    `Usage Plan quota offset must be ${range} in the ${period} period`,
    'Set one that is, or leave it out.',
  );
  block.refused('offset', error);
}
