import type { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';

import type { Names } from '../names';

export interface FunctionRoleProps {
  readonly names: Names;
  readonly logs: CloudwatchLogGroup;
}

/** What the Lambda may do: write to its own log group. */
export class FunctionRole extends Construct {
  readonly arn: string;
  readonly policy: IamRolePolicy;

  constructor(scope: Construct, id: string, { names, logs }: FunctionRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'Resource', {
      name: names.functionRole(),
      description: 'Runs the Lambda behind the API',
      assumeRolePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'LambdaRunsIt',
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    });
    this.policy = new IamRolePolicy(this, 'Policy', {
      role: role.name,
      name: 'write-logs',
      policy: writeLogs(logs),
    });
    this.arn = role.arn;
  }
}

/**
 * Lambda names the streams of the group as it goes, so `:*` stands for them; the group itself is named in full.
 * Source: CloudWatch Logs User Guide, "Overview of managing access permissions", ARN format.
 */
function writeLogs(logs: CloudwatchLogGroup): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'WriteOwnLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `${logs.arn}:*`,
      },
    ],
  });
}
