import { TerraformOutput, type TerraformStack } from 'cdktf';

import type { Alarms } from './alarms/alarms';
import type { Api } from './api/api';
import type { Environment } from './environment';
import type { IdentityPool } from './identity/identity-pool';
import type { UserPool } from './identity/user-pool';
import type { UserPoolClient } from './identity/user-pool-client';
import type { WebsiteBucket } from './site/website-bucket';

export interface OutputsProps {
  readonly environment: Environment;
  readonly site: WebsiteBucket;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  readonly identityPool: IdentityPool;
  readonly api: Api;
  readonly alarms: Alarms;
}

/** What an operator needs to know after a deployment; the names stand at the top of the stack, as people type them. */
export function addOutputs(stack: TerraformStack, props: OutputsProps): void {
  const values = {
    region: props.environment.region,
    siteUrl: props.site.origin,
    siteBucket: props.site.bucketName,
    apiUrl: props.api.url,
    userPoolId: props.userPool.id,
    userPoolClientId: props.client.id,
    identityPoolId: props.identityPool.id,
    alarmTopicArn: props.alarms.topicArn,
  };
  for (const [name, value] of Object.entries(values)) new TerraformOutput(stack, name, { value });
  // Sensitive for Terraform's sake: it hides the value in plans. Whoever opens the website can read it.
  new TerraformOutput(stack, 'apiKey', { value: props.api.keyValue, sensitive: true });
}
