import type { Cloud } from '../../../resource/cloud';
import type { SettledValues } from '../../../resource/values';
import { fakeCloud } from '../../testing/fake-cloud';

type Applied = Readonly<Record<string, readonly SettledValues[]>>;

/** What every object below the method names. */
export const ROUTE = { rest_api_id: 'api1', resource_id: 'res1', http_method: 'GET' } as const;

/** `GET /secure`, deployed to `dev`, with a key in a plan. */
const APPLIED: Applied = {
  aws_api_gateway_rest_api: [{ id: 'api1', root_resource_id: 'root1' }],
  aws_api_gateway_resource: [
    { id: 'res1', rest_api_id: 'api1', parent_id: 'root1', path_part: 'secure', path: '/secure' },
    {
      id: 'foreign',
      rest_api_id: 'api2',
      parent_id: 'root2',
      path_part: 'secure',
      path: '/secure',
    },
  ],
  aws_api_gateway_method: [{ id: 'agm-api1-res1-GET', ...ROUTE }],
  aws_api_gateway_integration: [{ id: 'agi-api1-res1-GET', ...ROUTE }],
  aws_api_gateway_method_response: [{ id: 'agmr-api1-res1-GET-200', ...ROUTE, status_code: '200' }],
  aws_api_gateway_deployment: [
    { id: 'dep1', rest_api_id: 'api1' },
    { id: 'idle', rest_api_id: 'api1' },
    { id: 'dep2', rest_api_id: 'api2' },
  ],
  aws_api_gateway_stage: [
    {
      id: 'ags-api1-dev',
      rest_api_id: 'api1',
      stage_name: 'dev',
      deployment_id: 'dep1',
      canary_settings: [{ deployment_id: 'canary' }],
    },
  ],
  aws_api_gateway_api_key: [{ id: 'key1', name: 'client', value: 'k'.repeat(40) }],
  aws_api_gateway_usage_plan: [{ id: 'plan1', name: 'client' }],
};

/** @param changed replaces all objects of a type */
export function sampleApi(changed: Applied = {}): Cloud {
  return fakeCloud({ applied: { ...APPLIED, ...changed } });
}
