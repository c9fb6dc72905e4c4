import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';

import type { Builds } from '../builds';
import type { Environment } from '../environment';
import type { Names } from '../names';
import { FunctionRole } from './function-role';

const TIMEOUT_SECONDS = 10;
const MEMORY_MB = 256;

export interface ApiFunctionProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly builds: Builds;
  /** Origins whose pages may read its answers. */
  readonly corsOrigins: readonly [string, ...string[]];
}

/** The one Lambda behind every route. */
export class ApiFunction extends Construct {
  readonly name: string;
  readonly invokeArn: string;
  /** Terraform's address, for lifecycles that follow the function. */
  readonly address: string;

  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    super(scope, id);
    const name = props.names.of('api');
    const logs = this.makeLogGroup(name, props.environment);
    const role = new FunctionRole(this, 'Role', { names: props.names, logs });
    const lambda = new LambdaFunction(this, 'Lambda', {
      functionName: name,
      description: 'Answers every route of the API',
      role: role.arn,
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      ...this.carryCode(props.builds),
      timeout: TIMEOUT_SECONDS,
      memorySize: MEMORY_MB,
      environment: { variables: variables(props) },
      loggingConfig: { logFormat: 'Text', logGroup: logs.name },
      // Called before it may write, it would lose its first lines, or make a log group of its own that never forgets.
      dependsOn: [role.policy],
    });
    this.name = lambda.functionName;
    this.invokeArn = lambda.invokeArn;
    this.address = `${lambda.terraformResourceType}.${lambda.friendlyUniqueId}`;
  }

  private makeLogGroup(name: string, { logRetentionDays }: Environment): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, 'Logs', {
      name: `/aws/lambda/${name}`,
      retentionInDays: logRetentionDays,
    });
  }

  /** Lambda compares base64 SHA-256; any other hash is a change in every plan. Source: Lambda API, CodeSha256. */
  private carryCode({ functionZip }: Builds): { filename: string; sourceCodeHash: string } {
    const digest = createHash('sha256').update(readFileSync(functionZip)).digest();
    const asset = new TerraformAsset(this, 'Code', {
      path: functionZip,
      type: AssetType.FILE,
      assetHash: digest.toString('hex').slice(0, 32),
    });
    return { filename: asset.path, sourceCodeHash: digest.toString('base64') };
  }
}

function variables({ names, corsOrigins, environment }: ApiFunctionProps): Record<string, string> {
  const { functionLogLevel } = environment;
  return {
    ALLOWED_ORIGINS: corsOrigins.join(','),
    POWERTOOLS_SERVICE_NAME: names.of('api'),
    ROLE_NAME_PREFIX: names.prefix,
    ...(functionLogLevel !== undefined && { POWERTOOLS_LOG_LEVEL: functionLogLevel }),
  };
}
