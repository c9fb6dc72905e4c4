import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { silentOverwrite } from '../silent-overwrite';
import { blocksOf } from '../reading';
import { apiExists, text } from './api-objects';
import { stageId } from './api-gateway-stage';
import { importParts } from './import-parts';

/** What AWS answers for a method that only the throttle was set of. Source: GetStage, methodSettings, in the API reference. */
const AWS_DEFAULTS: SettledValues = {
  cache_data_encrypted: false,
  cache_ttl_in_seconds: 300,
  caching_enabled: false,
  data_trace_enabled: false,
  logging_level: 'OFF',
  metrics_enabled: false,
  require_authorization_for_cache_control: true,
  unauthorized_cache_control_header_strategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

function settled(values: SettledValues): SettledValues {
  const settings = blocksOf(values, 'settings').map((block) => ({
    ...block,
    ...Object.fromEntries(
      Object.entries(AWS_DEFAULTS).map(([name, byDefault]) => [name, block[name] ?? byDefault]),
    ),
  }));
  return { settings };
}

const stageExists: Check = (values, cloud) =>
  cloud.find('aws_api_gateway_stage', stageId(values)) === undefined
    ? 'NotFoundException: Invalid stage identifier specified'
    : undefined;

/**
 * The path of a resource without its first slash (the others may be written `~1`; the root is `~1`), a slash and a method; a star is any.
 * Source: AWS provider documentation, method_path; hashicorp/terraform-provider-aws issues 9738 and 15855.
 */
const METHOD_PATH = /^[^/]+(\/[^/]+)*\/(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY|\*)$/;

const pathFits: Check = (values) => {
  const path = text(values, 'method_path');
  if (METHOD_PATH.test(path)) return undefined;
  return `BadRequestException: Invalid method setting path: /${path}. Expected secure/GET: the path without its first slash and a method; or */* for all`;
};

/** -1 takes the limit away. */
const limitsFit: Check = (values) => {
  for (const block of blocksOf(values, 'settings')) {
    for (const name of ['throttling_burst_limit', 'throttling_rate_limit'] as const) {
      const limit = block[name];
      if (typeof limit === 'number' && limit < 0 && limit !== -1) {
        return `settings.${name} is ${limit}, expected 0 or more, or -1 for no limit of its own`;
      }
    }
  }
  return undefined;
};

export const apiGatewayMethodSettings: ResourceFacts = {
  type: 'aws_api_gateway_method_settings',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/method_settings.go @9b011797, the same in the published provider schema',
  optionalComputed: Object.keys(AWS_DEFAULTS).map((name) => `settings.${name}`),
  forceNew: ['method_path', 'rest_api_id', 'stage_name'],
  defaults: { 'settings.throttling_burst_limit': -1, 'settings.throttling_rate_limit': -1 },
  allowed: {
    'settings.logging_level': ['OFF', 'ERROR', 'INFO'],
    'settings.unauthorized_cache_control_header_strategy': [
      'FAIL_WITH_403',
      'SUCCEED_WITH_RESPONSE_HEADER',
      'SUCCEED_WITHOUT_RESPONSE_HEADER',
    ],
  },
  conflict: silentOverwrite('aws_api_gateway_method_settings'),
  create: (values) => ({
    id: ['rest_api_id', 'stage_name', 'method_path'].map((name) => text(values, name)).join('-'),
    ...settled(values),
  }),
  update: settled,
  checks: [apiExists, stageExists, pathFits, limitsFit],
  importId: (named) => importParts(named, 'REST-API-ID/STAGE-NAME/METHOD-PATH', 'rest').join('-'),
};
