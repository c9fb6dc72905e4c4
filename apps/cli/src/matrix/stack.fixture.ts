import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const METHOD = {
  rest_api_id: '${aws_api_gateway_rest_api.api.id}',
  resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
  http_method: 'GET',
};

/** The smallest stack that has a route: `GET /`, open or not. */
export function smallStack(authorization: 'NONE' | 'AWS_IAM'): object {
  const { rest_api_id } = METHOD;
  return {
    provider: { aws: [{ region: 'us-west-2' }] },
    resource: {
      aws_api_gateway_rest_api: { api: { name: 'api' } },
      aws_api_gateway_method: { root: { ...METHOD, authorization } },
      aws_api_gateway_integration: { root: { ...METHOD, type: 'MOCK' } },
      aws_api_gateway_deployment: { api: { rest_api_id } },
      aws_api_gateway_stage: {
        dev: {
          rest_api_id,
          deployment_id: '${aws_api_gateway_deployment.api.id}',
          stage_name: 'dev',
        },
      },
    },
  };
}

/** A folder of its own with this `cdk.tf.json` in it, gone when the tests of the file have run. */
export function stackFolder(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-matrix-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, 'cdk.tf.json'), text);
  return folder;
}
