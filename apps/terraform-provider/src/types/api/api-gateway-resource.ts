import type { Cloud } from '../../resource/cloud';
import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { apiExists, isResourceOfApi, othersOfApi, text } from './api-objects';
import { lastImportPart } from './import-parts';

const parentExists: Check = (values, cloud) =>
  isResourceOfApi(text(values, 'parent_id'), text(values, 'rest_api_id'), cloud)
    ? undefined
    : 'NotFoundException: Invalid Resource identifier specified';

const partIsFree: Check = (values, cloud) => {
  const part = text(values, 'path_part');
  const taken = othersOfApi('aws_api_gateway_resource', values, cloud).some(
    (other) => other.parent_id === values.parent_id && other.path_part === part,
  );
  return taken
    ? `ConflictException: Another resource with the same parent already has this name: ${part}`
    : undefined;
};

const partIsWellFormed: Check = (values) =>
  /^(\{[\w.-]+\+?\}|[\w.:$~-]+)$/.test(text(values, 'path_part'))
    ? undefined
    : "BadRequestException: Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.";

function pathOf(values: SettledValues, cloud: Cloud): string {
  const parent = cloud.find('aws_api_gateway_resource', text(values, 'parent_id'));
  const above = parent === undefined ? '' : text(parent, 'path');
  return `${above}/${text(values, 'path_part')}`;
}

export const apiGatewayResource: ResourceFacts = {
  type: 'aws_api_gateway_resource',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/resource.go (AWS SDK v2; a 2026 copy for the recomputed path)',
  forceNew: ['rest_api_id'],
  // The provider says so of path_part only. The path of a resource that moves is another one all the same, and the store must know it.
  changesWith: { path: ['path_part', 'parent_id'] },
  create(values, cloud) {
    const path = pathOf(values, cloud);
    return { id: cloud.newId('api-resource', `${text(values, 'rest_api_id')}${path}`), path };
  },
  update: (values, _prior, cloud) => ({ path: pathOf(values, cloud) }),
  checks: [apiExists, parentExists, partIsFree, partIsWellFormed],
  importId: (named) => lastImportPart(named, 'REST-API-ID/RESOURCE-ID'),
};
