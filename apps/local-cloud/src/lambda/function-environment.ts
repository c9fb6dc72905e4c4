import { devNull } from 'node:os';

import type { LambdaFunction } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';

/** Source: AWS Lambda Developer Guide, "Lambda quotas": environment variables of a function, all together, as JSON. */
const MAX_BYTES = 4_096;

/** Source: AWS Lambda Developer Guide, "Working with Lambda environment variables": what Lambda sets and nobody may replace. */
const RESERVED = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);

/** @throws BootError for variables with which AWS would not create the function */
export function assertEnvironment({ address, environment }: LambdaFunction): void {
  const refuse = (why: string): never => {
    throw new BootError('ERR_LAMBDA_ENVIRONMENT', `${address}.environment ${why}.`);
  };
  const reserved = Object.keys(environment).filter((name) => RESERVED.has(name));
  if (reserved.length > 0) {
    refuse(`sets ${reserved.join(', ')}, which Lambda sets itself; leave them out`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(environment));
  if (bytes > MAX_BYTES) {
    refuse(`has ${bytes} bytes as JSON; Lambda takes at most ${MAX_BYTES}. Set fewer, or shorter`);
  }
}

/** The execution environment as its log stream and its folder make it. */
export interface Surroundings {
  readonly taskFolder: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/**
 * The variables of one execution environment: Lambda's own, then Terraform's. There are no credentials, since nothing here could
 * answer them; and so that an SDK does not find those of this machine's owner and call the real AWS with them, it is told to look
 * nowhere. `TZ` is left out: a thread has the time zone of its process.
 * Source: AWS Lambda Developer Guide, "Working with Lambda environment variables", defined runtime environment variables.
 */
export function environmentOf(
  fn: LambdaFunction,
  { taskFolder, logGroupName, logStreamName }: Surroundings,
): Readonly<Record<string, string>> {
  const region = fn.arn.split(':')[3] ?? '';
  return {
    _HANDLER: fn.handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: logStreamName,
    LAMBDA_TASK_ROOT: taskFolder,
    LANG: 'en_US.UTF-8',
    ...LOOK_NOWHERE,
    ...fn.environment,
  };
}

const LOOK_NOWHERE = {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
} as const;
