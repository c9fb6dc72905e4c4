import type { Cloud } from '../../resource/cloud';
import type { Check } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';

/** @returns '' where it is not set */
export function text(values: SettledValues, name: string): string {
  return textOf(values, name) ?? '';
}

/** All objects of a type that belong to the same API, but not the object itself. */
export function othersOfApi(
  type: string,
  values: SettledValues,
  cloud: Cloud,
): readonly SettledValues[] {
  return cloud
    .all(type)
    .filter((other) => other.rest_api_id === values.rest_api_id && other.id !== values.id);
}

/** Words: what AWS answers to CreateResource, seen in CloudFormation ("Invalid API identifier specified <account>:<id>"). */
export const apiExists: Check = (values, cloud) => {
  const id = text(values, 'rest_api_id');
  if (cloud.find('aws_api_gateway_rest_api', id) !== undefined) return undefined;
  return `NotFoundException: Invalid API identifier specified ${cloud.accountId}:${id}`;
};

/** The root of an API is no object of Terraform's: the API itself tells its id. */
export function isResourceOfApi(resourceId: string, apiId: string, cloud: Cloud): boolean {
  if (cloud.find('aws_api_gateway_rest_api', apiId)?.root_resource_id === resourceId) return true;
  return cloud.find('aws_api_gateway_resource', resourceId)?.rest_api_id === apiId;
}

export const resourceExists: Check = (values, cloud) =>
  isResourceOfApi(text(values, 'resource_id'), text(values, 'rest_api_id'), cloud)
    ? undefined
    : 'NotFoundException: Invalid Resource identifier specified';

export const methodExists: Check = (values, cloud) =>
  findOfMethod('aws_api_gateway_method', 'agm', values, cloud) === undefined
    ? 'NotFoundException: Invalid Method identifier specified'
    : undefined;

export const integrationExists: Check = (values, cloud) =>
  findOfMethod('aws_api_gateway_integration', 'agi', values, cloud) === undefined
    ? 'NotFoundException: No integration defined for method'
    : undefined;

/** `agm-<api>-<resource>-<verb>`: these ids are the provider's own, AWS has none. */
export function methodId(prefix: string, values: SettledValues): string {
  const parts = ['rest_api_id', 'resource_id', 'http_method'].map((name) => text(values, name));
  return [prefix, ...parts].join('-');
}

/** `agmr-<api>-<resource>-<verb>-<status>` */
export function responseId(prefix: string, values: SettledValues): string {
  return `${methodId(prefix, values)}-${text(values, 'status_code')}`;
}

function findOfMethod(
  type: string,
  prefix: string,
  values: SettledValues,
  cloud: Cloud,
): SettledValues | undefined {
  return cloud.find(type, methodId(prefix, values));
}
