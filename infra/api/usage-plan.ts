import { ApiGatewayApiKey } from '@cdktf/provider-aws/lib/api-gateway-api-key';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { ApiGatewayUsagePlan } from '@cdktf/provider-aws/lib/api-gateway-usage-plan';
import { ApiGatewayUsagePlanKey } from '@cdktf/provider-aws/lib/api-gateway-usage-plan-key';
import { Construct } from 'constructs';

import type { Environment } from '../environment';
import type { Names } from '../names';
import type { Stage } from './stage';

export interface UsagePlanProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly restApi: ApiGatewayRestApi;
  readonly stage: Stage;
}

/** The key of the website and what it may use. Everyone who opens the page has the key: it throttles, it does not authorize. */
export class UsagePlan extends Construct {
  /** In the state file, in plain text: whoever reads the state reads the key. */
  readonly keyValue: string;

  constructor(
    scope: Construct,
    id: string,
    { environment, names, restApi, stage }: UsagePlanProps,
  ) {
    super(scope, id);
    const { throttle, quota } = environment;
    const plan = new ApiGatewayUsagePlan(this, 'Resource', {
      name: names.of('client'),
      description: 'What the website may use',
      // By reference, so that the plan goes before the stage does: AWS refuses the other order.
      apiStages: [{ apiId: restApi.id, stage: stage.name }],
      throttleSettings: { rateLimit: throttle.plan.ratePerSecond, burstLimit: throttle.plan.burst },
      quotaSettings: { limit: quota.limit, period: quota.period },
    });
    const key = new ApiGatewayApiKey(this, 'Key', {
      name: names.of('client'),
      description: 'Sent by the website with every call',
      enabled: true,
    });
    key.overrideLogicalId('client');
    new ApiGatewayUsagePlanKey(this, 'PlanKey', {
      keyId: key.id,
      keyType: 'API_KEY',
      usagePlanId: plan.id,
    });
    this.keyValue = key.value;
  }
}
