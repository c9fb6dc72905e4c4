import type { BlockReader } from '../block-reader';
import { asMapOf, asText } from '../json-types';
import { API_GATEWAY, type LambdaFunction, type LambdaPermission } from '../model-api';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

export type LambdaFunctionPart = Omit<LambdaFunction, 'permissions'>;

/** The provider's word. */
const NOT_LIMITED = -1;

/** Source: Lambda API reference, "CreateFunction": 3 seconds and 128 MB unless more is asked for. */
export function readLambdaFunction(block: BlockReader): LambdaFunctionPart {
  ignoreWhatTheCallerNeverSees(block);
  const elsewhere = 'only a zip beside the stack can be run';
  block.refuseToPlay('image_uri', elsewhere);
  block.refuseToPlay('s3_bucket', elsewhere);
  block.refuseToPlay('layers', 'layers are not laid under the function');
  block.unsupported('file_system_config', 'no file system is mounted');
  block.refuseToPlay('durable_config', 'functions run once and in one go');
  block.unsupported('tenancy_config', 'tenants share execution environments');
  const reserved = block.number('reserved_concurrent_executions', NOT_LIMITED);
  const environment = block.block('environment');
  const variables = environment?.optional('variables', asMapOf(asText)) ?? {};
  environment?.end();
  return {
    address: block.address,
    name: block.text('function_name'),
    arn: block.computed('arn'),
    handler: block.text('handler'),
    runtime: block.text('runtime'),
    filename: block.text('filename'),
    environment: variables,
    timeoutSeconds: block.number('timeout', 3),
    memoryMb: block.number('memory_size', 128),
    ...(reserved !== NOT_LIMITED && { reservedConcurrency: reserved }),
  };
}

function ignoreWhatTheCallerNeverSees(block: BlockReader): void {
  // What the function itself may do on AWS: a worker has no credentials at all.
  block.ignore('role');
  block.told('arn', 'code_sha256', 'invoke_arn', 'last_modified', 'qualified_arn');
  block.told('qualified_invoke_arn', 'response_streaming_invoke_arn', 'signing_job_arn');
  block.told('signing_profile_version_arn', 'source_code_size', 'version');
  // When Terraform uploads, and how AWS keeps, signs and traces what it runs.
  block.ignore(
    'architectures',
    'code_signing_config_arn',
    'description',
    'kms_key_arn',
    'package_type',
    'publish',
    'publish_to',
    'replace_security_groups_on_destroy',
    'replacement_security_group_ids',
  );
  block.ignore('skip_destroy', 'snap_start', 'source_code_hash', 'source_kms_key_arn');
  block.ignore(
    'dead_letter_config',
    'ephemeral_storage',
    'logging_config',
    'tracing_config',
    'vpc_config',
  );
}

/** Owned by a function's name or ARN. Source: Lambda API reference, "AddPermission". */
export function readLambdaPermission(block: BlockReader): Owned<LambdaPermission> {
  block.ignore('statement_id', 'statement_id_prefix');
  const principal = block.text('principal');
  if (isOtherService(principal)) return permissionOfOther(block, principal);
  block.refuse('qualifier', 'functions have no versions or aliases here');
  block.unsupported('event_source_token', 'only API Gateway invokes functions');
  block.unsupported('function_url_auth_type', 'functions have no URL of their own');
  block.unsupported('principal_org_id', 'organizations are not modelled');
  const permission = {
    action: block.text('action'),
    principal,
    ...withoutUndefined({
      sourceArn: textUnlessEmpty(block, 'source_arn'),
      sourceAccount: textUnlessEmpty(block, 'source_account'),
    }),
  };
  return { address: block.address, owner: block.text('function_name'), value: permission };
}

/** A state says nothing with an empty text. */
function textUnlessEmpty(block: BlockReader, name: string): string | undefined {
  const text = block.optional(name, asText);
  return text === '' ? undefined : text;
}

/** A schedule, a bucket, a user pool's trigger: no caller of the API comes that way. */
function isOtherService(principal: string): boolean {
  return /^[a-z0-9.-]+\.amazonaws\.com$/.test(principal) && principal !== API_GATEWAY;
}

/** How far it is limited decides nothing here, so that what of it is not known is no question either. */
function permissionOfOther(block: BlockReader, principal: string): Owned<LambdaPermission> {
  block.ignore('qualifier', 'event_source_token', 'function_url_auth_type');
  block.ignore('principal_org_id', 'source_account');
  const source = block.value('source_arn', asText);
  const permission = {
    action: block.text('action'),
    principal,
    ...(source?.kind === 'known' && { sourceArn: source.value }),
  };
  return { address: block.address, owner: block.text('function_name'), value: permission };
}
