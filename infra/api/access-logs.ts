import { ApiGatewayAccount } from '@cdktf/provider-aws/lib/api-gateway-account';
import type { ApiGatewayStageAccessLogSettings } from '@cdktf/provider-aws/lib/api-gateway-stage';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

import type { Environment } from '../environment';
import type { Names } from '../names';

/** What is logged of a call: enough to tell who was refused and why, and nothing that could be replayed. */
const FIELDS = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  httpMethod: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  errorResponseType: '$context.error.responseType',
  caller: '$context.identity.cognitoIdentityId',
  userArn: '$context.identity.userArn',
  apiKeyId: '$context.identity.apiKeyId',
  sourceIp: '$context.identity.sourceIp',
  responseLatencyMs: '$context.responseLatency',
};

/** The field that says which kind of error the gateway made: `THROTTLED`, `QUOTA_EXCEEDED`, … */
export const ERROR_KIND = 'errorResponseType' satisfies keyof typeof FIELDS;

export interface AccessLogsProps {
  readonly mode: 'existing-account-role' | 'manage-account-role';
  readonly environment: Environment;
  readonly names: Names;
}

/** One line for each call, in JSON. */
export class AccessLogs extends Construct {
  readonly settings: ApiGatewayStageAccessLogSettings;
  readonly logGroupName: string;
  /** Must stand before a stage may log. */
  readonly prerequisites: readonly TerraformResource[];

  constructor(scope: Construct, id: string, { mode, environment, names }: AccessLogsProps) {
    super(scope, id);
    const logs = new CloudwatchLogGroup(this, 'Group', {
      name: `/aws/apigateway/${names.of('api')}`,
      retentionInDays: environment.logRetentionDays,
    });
    this.settings = { destinationArn: logs.arn, format: JSON.stringify(FIELDS) };
    this.logGroupName = logs.name;
    this.prerequisites = mode === 'manage-account-role' ? [this.manageAccountRole(names)] : [];
  }

  /**
   * The role is one for the whole account and region. AWS provider 6 takes it away from every API when this is destroyed,
   * so Terraform must not: take it out of the state first (`terraform state rm`), and the role stays.
   * Source: AWS provider, version 6 upgrade guide, aws_api_gateway_account.
   */
  private manageAccountRole(names: Names): TerraformResource {
    const role = new IamRole(this, 'AccountRole', {
      name: names.accessLogRole(),
      description: 'Lets API Gateway write logs, for every API of the account and region',
      assumeRolePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ApiGatewayWritesLogs',
            Effect: 'Allow',
            Principal: { Service: 'apigateway.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    });
    const mayWrite = new IamRolePolicyAttachment(this, 'AccountRolePolicy', {
      role: role.name,
      policyArn: 'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
    });
    return new ApiGatewayAccount(this, 'Account', {
      cloudwatchRoleArn: role.arn,
      dependsOn: [mayWrite],
      lifecycle: { preventDestroy: true },
    });
  }
}
