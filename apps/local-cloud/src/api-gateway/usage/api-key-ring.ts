import { hash } from 'node:crypto';

import type { ApiKey, PlanStage, RestApi, UsagePlan } from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';
import { failure, type GatewayFailure } from '../failures/gateway-failure';

/** A key that is good for a stage, and the plan that makes it so. */
export interface KeyInPlan {
  readonly key: ApiKey;
  readonly plan: UsagePlan;
  readonly planStage: PlanStage;
}

export type KeyLookup =
  | { readonly kind: 'key'; readonly inPlan: KeyInPlan }
  | { readonly kind: 'refused'; readonly failure: GatewayFailure };

/** Looks a value of `x-api-key` up for one stage. */
export type ApiKeyRing = (value: string | undefined) => KeyLookup;

/**
 * Keys are found by their SHA-256, so how long a look-up takes says nothing about the value of any key.
 * A key works on a stage when it is enabled and in a usage plan that lists the stage.
 * Source: API Gateway Developer Guide, "Usage plans and API keys for REST APIs".
 * @throws BootError for a key in two plans of the stage, which AWS refuses
 */
export function createApiKeyRing(
  model: { readonly apiKeys: readonly ApiKey[]; readonly usagePlans: readonly UsagePlan[] },
  api: Pick<RestApi, 'id' | 'apiKeySource'>,
  stage: string,
): ApiKeyRing {
  // No method has an authorizer, which could name one.
  if (api.apiKeySource === 'AUTHORIZER')
    return () => refused('API keys of this API come from authorizers, and from no header');
  const byHash = new Map<string, ApiKey>(model.apiKeys.map((key) => [sha256(key.value), key]));
  const planOf = new Map<string, Omit<KeyInPlan, 'key'>>();
  for (const plan of model.usagePlans) {
    const planStage = plan.apiStages.find((one) => one.apiId === api.id && one.stage === stage);
    if (planStage === undefined) continue;
    for (const keyId of plan.keyIds) {
      const other = planOf.get(keyId)?.plan;
      if (other !== undefined) throw inTwoPlans(model.apiKeys, keyId, [other, plan], stage);
      planOf.set(keyId, { plan, planStage });
    }
  }
  return (value) => {
    if (value === undefined || value === '') return refused('no x-api-key was sent');
    const key = byHash.get(sha256(value));
    if (key === undefined) return refused('the API key is unknown');
    if (!key.enabled) return refused(`API key ${key.name} is disabled`);
    const inPlan = planOf.get(key.id);
    return inPlan === undefined
      ? refused(`API key ${key.name} is in no usage plan of stage ${stage}`)
      : { kind: 'key', inPlan: { key, ...inPlan } };
  };
}

function inTwoPlans(
  keys: readonly ApiKey[],
  keyId: string,
  plans: readonly UsagePlan[],
  stage: string,
): BootError {
  const key = keys.find(({ id }) => id === keyId)?.address ?? keyId;
  return new BootError(
    'ERR_API_GATEWAY_KEY_IN_TWO_PLANS',
    `${key} is in ${plans.map(({ address }) => address).join(' and ')}, which are both of stage ${stage}, and AWS takes a key in one plan of a stage. Take it out of one.`,
  );
}

function sha256(value: string): string {
  return hash('sha256', value, 'base64');
}

function refused(because: string): KeyLookup {
  return { kind: 'refused', failure: failure('invalidApiKey', because) };
}
