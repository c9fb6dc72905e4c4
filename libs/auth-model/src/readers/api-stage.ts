import type { BlockReader } from '../block-reader';
import { asMapOf, asText } from '../json-types';
import type { MethodSettings, Stage, Throttle } from '../model-api';
import { asTextLike } from '../refused-by-aws';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

export type StagePart = Omit<Stage, 'methodSettings'>;

/** Per account and region, and the limit of a stage that sets only one half. Source: API Gateway Developer Guide, "Throttle requests". */
const ACCOUNT_THROTTLE: Throttle = { rateLimit: 10_000, burstLimit: 5000 };

/** The provider's word for "no limit of its own". */
const NO_LIMIT = -1;

/** Source: API Gateway API reference, "CreateStage", stageName; the words are those of its answers. */
const asStageName = asTextLike(
  /^[\w-]{1,128}$/,
  'Stage name only allows a-zA-Z0-9_-',
  'Name it with 1 to 128 of these characters.',
);

/** Source: API Gateway API reference, "CreateStage". */
export function readStage(block: BlockReader): Owned<StagePart> {
  // Logs, traces and documents watch; a client certificate is for integrations that are not modelled.
  block.ignore(
    'access_log_settings',
    'client_certificate_id',
    'description',
    'documentation_version',
    'xray_tracing_enabled',
  );
  block.ignore('cache_cluster_size');
  block.told('arn', 'execution_arn', 'invoke_url', 'web_acl_arn');
  block.unsupported('canary_settings', 'every call goes to the deployment of the stage');
  if (block.boolean('cache_cluster_enabled', false)) {
    block.reportUnsupported('cache_cluster_enabled', 'answers are not cached');
  }
  block.value('stage_name', asStageName);
  const stage = {
    address: block.address,
    name: block.text('stage_name'),
    invokeUrl: block.computed('invoke_url'),
    deploymentId: block.text('deployment_id'),
    variables: block.optional('variables', asMapOf(asText)) ?? {},
  };
  return { address: block.address, owner: block.text('rest_api_id'), value: stage };
}

/** A deployment is a snapshot of what stands beside it in the stack: only its API matters here. */
export function readDeployment(block: BlockReader): Owned<{ readonly id: string }> {
  block.ignore('description', 'triggers');
  block.told('created_date');
  block.unsupported('variables', 'stage variables are read from the stage');
  const deployment = { id: block.computed('id') };
  return { address: block.address, owner: block.text('rest_api_id'), value: deployment };
}

/** Source: API Gateway API reference, "MethodSetting". */
export function readMethodSettings(block: BlockReader): Owned<MethodSettings> {
  const settings = block.block('settings');
  // What CloudWatch is told, and how a cache is kept, which is reported where it is on.
  settings?.ignore('data_trace_enabled', 'logging_level', 'metrics_enabled');
  settings?.ignore('cache_data_encrypted', 'cache_ttl_in_seconds');
  settings?.ignore(
    'require_authorization_for_cache_control',
    'unauthorized_cache_control_header_strategy',
  );
  if (settings?.boolean('caching_enabled', false) === true) {
    settings.reportUnsupported('caching_enabled', 'answers are not cached');
  }
  const rateLimit = settings?.number('throttling_rate_limit', NO_LIMIT) ?? NO_LIMIT;
  const burstLimit = settings?.number('throttling_burst_limit', NO_LIMIT) ?? NO_LIMIT;
  settings?.end();
  const value = {
    methodPath: block.text('method_path'),
    ...withoutUndefined({ throttle: toThrottle(rateLimit, burstLimit) }),
  };
  const owner = stageKey(block.text('rest_api_id'), block.text('stage_name'));
  return { address: block.address, owner, value };
}

/** What the settings of a stage name as their owner. */
export function stageKey(restApiId: string, stageName: string): string {
  return `stage ${stageName} of API ${restApiId}`;
}

function toThrottle(rateLimit: number, burstLimit: number): Throttle | undefined {
  if (rateLimit < 0 && burstLimit < 0) return undefined;
  return {
    rateLimit: rateLimit < 0 ? ACCOUNT_THROTTLE.rateLimit : rateLimit,
    burstLimit: burstLimit < 0 ? ACCOUNT_THROTTLE.burstLimit : burstLimit,
  };
}
