import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import type { Cloud } from '../../resource/cloud';
import { blocksOf } from '../reading';
import { apiExists, text } from './api-objects';
import { importParts } from './import-parts';

/** `ags-<api>-<stage>` */
export function stageId(values: SettledValues): string {
  return ['ags', text(values, 'rest_api_id'), text(values, 'stage_name')].join('-');
}

function isDeployment(id: string, values: SettledValues, cloud: Cloud): boolean {
  return cloud.find('aws_api_gateway_deployment', id)?.rest_api_id === values.rest_api_id;
}

const deploymentsExist: Check = (values, cloud) =>
  [values, ...blocksOf(values, 'canary_settings')].every((one) =>
    isDeployment(text(one, 'deployment_id'), values, cloud),
  )
    ? undefined
    : 'BadRequestException: Deployment id does not exist';

const nameIsWellFormed: Check = (values) =>
  /^[\w-]{1,128}$/.test(text(values, 'stage_name'))
    ? undefined
    : 'BadRequestException: Stage name only allows a-zA-Z0-9_-';

export const apiGatewayStage: ResourceFacts = {
  type: 'aws_api_gateway_stage',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/stage.go of 2024 (v5, SDK for Go v2), which the changelog of v6.0.0 to v6.25.0 does not ' +
    'change; changelog of v5.75.0 for canary_settings.deployment_id',
  forceNew: ['rest_api_id', 'stage_name'],
  defaults: { 'canary_settings.percent_traffic': 0 },
  allowed: {
    cache_cluster_size: ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'],
  },
  conflict: () => 'ConflictException: Stage already exists',
  create(values, cloud) {
    const [api, stage] = [text(values, 'rest_api_id'), text(values, 'stage_name')];
    return {
      id: stageId(values),
      arn: `arn:aws:apigateway:${cloud.region}::/restapis/${api}/stages/${stage}`,
      execution_arn: `arn:aws:execute-api:${cloud.region}:${cloud.accountId}:${api}/${stage}`,
      // AWS makes a host name of the API: `https://<api>.execute-api.<region>.amazonaws.com/<stage>`. Here the local cloud answers.
      invoke_url: `${cloud.origins.api}/${stage}`,
      web_acl_arn: '',
    };
  },
  checks: [apiExists, deploymentsExist, nameIsWellFormed],
  importId: (named) => ['ags', ...importParts(named, 'REST-API-ID/STAGE-NAME')].join('-'),
};
