import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { RECORDED_SKIP, recordedFiles } from './testing/recorded';

const CONTROL_PLANE =
  'the answer of a call that makes or changes an API: here, Terraform has made it';
const NOT_A_PROXY = 'a Lambda integration that is no proxy: the reader of integrations refuses it';
const VTL = 'a mapping template in VTL: it stops the boot';

/** Which test compares the cases of a recording, and why some are not compared; or why none is. */
type Coverage = string | { readonly by: string; readonly not?: Readonly<Record<string, string>> };

const COVERAGE: Readonly<Record<string, Coverage>> = {
  'TestApiGatewayCommon::test_api_gateway_request_validator': {
    by: 'validation/recorded-validation.test.ts',
    not: {
      'register-lambda': CONTROL_PLANE,
      'deploy-1': CONTROL_PLANE,
      'change-request-path-names': CONTROL_PLANE,
      'revert-request-path-names': CONTROL_PLANE,
      'disable-request-validator': CONTROL_PLANE,
    },
  },
  'TestApiGatewayCommon::test_api_gateway_request_validator_with_ref_models': {
    by: 'validation/recorded-validation.test.ts',
  },
  'TestApiGatewayCommon::test_api_gateway_request_validator_with_ref_one_ofmodels': {
    by: 'validation/recorded-validation.test.ts',
  },
  'TestApiGatewayCommon::test_invocation_trace_id': {
    by: 'recorded-answers.test.ts',
    not: { 'register-lambda': CONTROL_PLANE },
  },
  'TestApigatewayRouting::test_routing_not_found': { by: 'recorded-answers.test.ts' },
  'test_apigateway_lambda.py::test_lambda_aws_proxy_integration': {
    by: 'integrations/recorded-events.test.ts',
  },
  'test_apigateway_lambda.py::test_aws_proxy_response_payload_format_validation': {
    by: 'integrations/recorded-results.test.ts',
  },
  'TestApiGatewayCommon::test_input_path_template_formatting': VTL,
  'TestApiGatewayCommon::test_input_body_formatting': VTL,
  'TestUsagePlans::test_api_key_required_for_methods': CONTROL_PLANE,
  'TestUsagePlans::test_usage_plan_crud': CONTROL_PLANE,
  'TestStages::test_create_update_stages': CONTROL_PLANE,
  'TestStages::test_update_stage_remove_wildcard': CONTROL_PLANE,
  'TestDocumentations::test_documentation_parts_and_versions': CONTROL_PLANE,
  'TestDeployments::test_create_delete_deployments[True]': CONTROL_PLANE,
  'TestDeployments::test_create_delete_deployments[False]': CONTROL_PLANE,
  'TestDeployments::test_create_update_deployments': CONTROL_PLANE,
  'test_apigateway_lambda.py::test_lambda_aws_integration': NOT_A_PROXY,
  'test_apigateway_lambda.py::test_lambda_aws_integration_with_request_template': NOT_A_PROXY,
  'test_apigateway_lambda.py::test_lambda_selection_patterns': NOT_A_PROXY,
  'test_apigateway_lambda.py::test_lambda_aws_integration_response_with_mapping_templates':
    NOT_A_PROXY,
  'test_apigateway_lambda.py::test_lambda_aws_proxy_integration_non_post_method':
    'a proxy integration that calls with GET: the reader of integrations refuses it',
  'test_apigateway_lambda.py::test_lambda_aws_proxy_integration_request_data_mapping':
    'request parameters mapped for a proxy, to a function and to HTTP: the reader reports the first and refuses the second',
  'test_apigateway_lambda.py::test_put_integration_aws_proxy_uri': CONTROL_PLANE,
};

const all = Object.entries(recordedFiles()).flatMap(([, file]) => Object.entries(file));

test('knows every recording, and no other', { skip: RECORDED_SKIP }, () => {
  const names = all.map(([name]) => shortName(name)).sort();
  assert.deepEqual(names, Object.keys(COVERAGE).sort());
});

for (const [name, { 'recorded-content': cases }] of all) {
  test(`compares what AWS recorded, or says why not: ${shortName(name)}`, () => {
    const coverage = COVERAGE[shortName(name)];
    assert.ok(coverage !== undefined);
    if (typeof coverage === 'string') return;
    const { by, not = {} } = coverage;
    for (const excused of Object.keys(not)) assert.ok(Object.hasOwn(cases, excused), excused);
    const source = readFileSync(join(import.meta.dirname, by), 'utf8');
    for (const one of Object.keys(cases)) {
      assert.ok(Object.hasOwn(not, one) || source.includes(`'${one}'`), `${one} in ${by}`);
    }
  });
}

function shortName(name: string): string {
  return name.replace(
    /^.*\/(test_apigateway_\w+\.py)::(Test\w+::)?/,
    (_, file: string, group?: string) => group ?? `${file}::`,
  );
}
