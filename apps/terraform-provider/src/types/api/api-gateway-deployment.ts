import type { Cloud } from '../../resource/cloud';
import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf } from '../reading';
import { apiExists, integrationExists, othersOfApi, text } from './api-objects';
import { lastImportPart } from './import-parts';

const hasMethods: Check = (values, cloud) =>
  othersOfApi('aws_api_gateway_method', values, cloud).length === 0
    ? "BadRequestException: The REST API doesn't contain any methods"
    : undefined;

const everyMethodIsIntegrated: Check = (values, cloud) =>
  othersOfApi('aws_api_gateway_method', values, cloud).some(
    (method) => integrationExists(method, cloud) !== undefined,
  )
    ? 'BadRequestException: No integration defined for method'
    : undefined;

function mayDelete({ id }: SettledValues, cloud: Cloud): string | undefined {
  const stages = cloud.all('aws_api_gateway_stage');
  if (stages.some(({ deployment_id }) => deployment_id === id)) {
    return 'BadRequestException: Active stages pointing to this deployment must be moved or deleted';
  }
  const canaries = stages.flatMap((stage) => blocksOf(stage, 'canary_settings'));
  return canaries.some(({ deployment_id }) => deployment_id === id)
    ? 'BadRequestException: Active stages with canary settings pointing to this deployment must be moved or deleted'
    : undefined;
}

/** Version 6 took stage_name, stage_description, canary_settings, invoke_url and execution_arn away: a stage has them. */
export const apiGatewayDeployment: ResourceFacts = {
  type: 'aws_api_gateway_deployment',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/deployment.go @00a35305 (2026)',
  forceNew: ['rest_api_id', 'triggers', 'variables'],
  create: (values, cloud) => ({
    id: cloud.newId('api-deployment', text(values, 'rest_api_id')),
    created_date: cloud.now(),
  }),
  checks: [apiExists, hasMethods, everyMethodIsIntegrated],
  mayDelete,
  importId: (named) => lastImportPart(named, 'REST-API-ID/DEPLOYMENT-ID'),
};
