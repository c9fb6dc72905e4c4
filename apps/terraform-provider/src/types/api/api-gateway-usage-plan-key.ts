import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { text } from './api-objects';
import { lastImportPart } from './import-parts';

const keyExists: Check = (values, cloud) =>
  cloud.find('aws_api_gateway_api_key', text(values, 'key_id')) === undefined
    ? 'NotFoundException: Invalid API Key identifier specified'
    : undefined;

const planExists: Check = (values, cloud) =>
  cloud.find('aws_api_gateway_usage_plan', text(values, 'usage_plan_id')) === undefined
    ? 'NotFoundException: Invalid Usage Plan ID specified'
    : undefined;

export const apiGatewayUsagePlanKey: ResourceFacts = {
  type: 'aws_api_gateway_usage_plan_key',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/usage_plan_key.go @01606926 (2025, 6.x). Its value is not sensitive there',
  forceNew: ['key_id', 'key_type', 'usage_plan_id'],
  // The provider takes any text, AWS does not. Source: API Gateway API reference, CreateUsagePlanKey.
  allowed: { key_type: ['API_KEY'] },
  conflict: (id) =>
    `ConflictException: API key ${id} is in a usage plan already. On AWS it may be in several that share no stage; the stand-in knows it by its id alone, as Terraform does.`,
  create(values, cloud) {
    const id = text(values, 'key_id');
    const key = cloud.find('aws_api_gateway_api_key', id) ?? {};
    return { id, name: text(key, 'name'), value: text(key, 'value') };
  },
  checks: [planExists, keyExists],
  importId: (named) => lastImportPart(named, 'USAGE-PLAN-ID/USAGE-PLAN-KEY-ID'),
};
