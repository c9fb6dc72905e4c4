import type { Cloud } from '../../resource/cloud';
import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { environmentProblem } from './environment-problem';
import { executionRoleProblem } from './execution-role-problem';
import { functionSettingsProblem } from './function-settings-problem';
import { RUNTIMES } from './runtimes';

/** Source: provider's internal/service/lambda/function.go, needsFunctionCodeUpdate. */
const CODE = [
  'architectures',
  'filename',
  'image_uri',
  's3_bucket',
  's3_key',
  's3_object_version',
  'source_code_hash',
  'source_kms_key_arn',
];

export const lambdaFunction: ResourceFacts = {
  type: 'aws_lambda_function',
  source:
    'hashicorp/terraform-provider-aws internal/service/lambda/function.go at 0156d84 (weeks after v6.25.0: response_streaming_invoke_arn and an ' +
    'optional code_sha256 are younger); computed flags as @cdktf/provider-aws 21.22.1 carries them of v6.25.0',
  optionalComputed: [
    'architectures',
    'capacity_provider_config.lambda_managed_instances_capacity_provider_config.execution_environment_memory_gib_per_vcpu',
    'capacity_provider_config.lambda_managed_instances_capacity_provider_config.per_execution_environment_max_concurrency',
    'ephemeral_storage',
    'ephemeral_storage.size',
    'logging_config',
    'logging_config.log_group',
    'source_code_hash',
    'tracing_config',
  ],
  forceNew: ['function_name', 'package_type', 'tenancy_config'],
  defaults: {
    'durable_config.retention_period': 14,
    'logging_config.application_log_level': '',
    'logging_config.system_log_level': '',
    memory_size: 128,
    package_type: 'Zip',
    publish: false,
    reserved_concurrent_executions: -1,
    skip_destroy: false,
    timeout: 3,
    'vpc_config.ipv6_allowed_for_dual_stack': false,
  },
  allowed: {
    architectures: ['x86_64', 'arm64'],
    'logging_config.application_log_level': ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'],
    'logging_config.log_format': ['JSON', 'Text'],
    'logging_config.system_log_level': ['DEBUG', 'INFO', 'WARN'],
    package_type: ['Zip', 'Image'],
    publish_to: ['LATEST_PUBLISHED'],
    runtime: RUNTIMES,
    'snap_start.apply_on': ['PublishedVersions', 'None'],
    'tenancy_config.tenant_isolation_mode': ['PER_TENANT'],
    'tracing_config.mode': ['Active', 'PassThrough'],
  },
  // The provider plans only `last_modified` anew; the size and the hash change all the same, and nothing else would tell them.
  changesWith: { last_modified: CODE, code_sha256: CODE, source_code_size: CODE },
  content: 'filename',
  conflict: (name) => `ResourceConflictException: Function already exist: ${name}`,
  create(values, cloud) {
    const name = textOf(values, 'function_name') ?? '';
    const arn = `arn:aws:lambda:${cloud.region}:${cloud.accountId}:function:${name}`;
    const version = values.publish === true ? '1' : '$LATEST';
    const qualified = `${arn}:${version}`;
    return {
      id: name,
      arn,
      invoke_arn: invokeArn(arn, cloud),
      qualified_arn: qualified,
      qualified_invoke_arn: invokeArn(qualified, cloud),
      version,
      signing_job_arn: '',
      signing_profile_version_arn: '',
      source_code_hash: '',
      ...code(cloud),
      ...settingsOfANewFunction(name),
    };
  },
  update: (_values, _prior, cloud) => code(cloud),
  checks: [functionSettingsProblem, executionRoleProblem, environmentProblem],
};

/** What API Gateway integrates with. Source: provider's internal/service/lambda/function.go, invokeARN. */
function invokeArn(arn: string, { region }: Cloud): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

function code(cloud: Cloud): SettledValues {
  return {
    code_sha256: cloud.content?.sha256Base64 ?? '',
    source_code_size: cloud.content?.bytes ?? 0,
    last_modified: lambdaTime(cloud.now()),
  };
}

/** As Lambda writes a time: `2026-11-24T10:00:00.000+0000`. */
function lambdaTime(iso: string): string {
  return iso.replace(/(\.\d+)?Z$/, '.000+0000');
}

/** Source: Lambda API Reference, CreateFunction; website/docs/r/lambda_function. */
function settingsOfANewFunction(name: string): SettledValues {
  return {
    architectures: ['x86_64'],
    ephemeral_storage: [{ size: 512 }],
    logging_config: [
      {
        application_log_level: '',
        log_format: 'Text',
        log_group: `/aws/lambda/${name}`,
        system_log_level: '',
      },
    ],
    snap_start: [{ optimization_status: 'Off' }],
    tracing_config: [{ mode: 'PassThrough' }],
  };
}
