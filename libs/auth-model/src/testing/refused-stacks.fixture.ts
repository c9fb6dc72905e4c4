import type { JsonObject } from '@gatehouse/terraform-json';

import { stackJson, withResource } from './stack.fixture';

export type Change = readonly [address: string, body: JsonObject];

const API_ID = '${aws_api_gateway_rest_api.api.id}';
const ROOT = '${aws_api_gateway_rest_api.api.root_resource_id}';

export const withChanges = (changes: readonly Change[]): JsonObject =>
  changes.reduce((stack, [address, body]) => withResource(stack, address, body), stackJson());

/** A path part below another resource of the stack, or below the root. */
export const part = (name: string, path_part: string, parent?: string): Change => [
  `aws_api_gateway_resource.${name}`,
  {
    rest_api_id: API_ID,
    parent_id: parent === undefined ? ROOT : `\${aws_api_gateway_resource.${parent}.id}`,
    path_part,
  },
];

const METHOD = 'aws_api_gateway_method.get_vip';
export const STAGE = 'aws_api_gateway_stage.dev';
export const PLAN = 'aws_api_gateway_usage_plan.plan';
const USERS = '${aws_cognito_user_pool.users.id}';
export const GROUP = 'aws_cognito_user_group.admin';
const ROLES = 'aws_cognito_identity_pool_roles_attachment.roles';

export const quota = (period: string, offset: number): Change => [
  PLAN,
  { quota_settings: { limit: 5, period, offset } },
];
export const mapping = (type: string, rules: readonly JsonObject[]): Change => [
  ROLES,
  {
    role_mapping: [
      {
        identity_provider: 'p:c',
        type,
        ambiguous_role_resolution: 'Deny',
        mapping_rule: rules,
      },
    ],
  },
];
export const RULE = {
  claim: 'email',
  match_type: 'Equals',
  value: 'a',
  role_arn: '${aws_iam_role.admin.arn}',
};

const SECOND_METHOD: JsonObject = {
  rest_api_id: API_ID,
  resource_id: '${aws_api_gateway_resource.vip.id}',
  http_method: 'GET',
  authorization: 'NONE',
};
const SECOND_STAGE: JsonObject = {
  rest_api_id: API_ID,
  deployment_id: '${aws_api_gateway_deployment.api.id}',
  stage_name: 'dev',
};

export const REFUSED: readonly (readonly [string, readonly Change[], ...string[]])[] = [
  [
    'a verb in lower case',
    [[METHOD, { http_method: 'get' }]],
    `${METHOD}.http_method is "get"`,
    'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
    'in upper case',
  ],
  [
    'a verb that API Gateway does not know',
    [[METHOD, { http_method: 'TRACE' }]],
    `${METHOD}.http_method is "TRACE"`,
  ],
  [
    'a second method of one verb and resource',
    [['aws_api_gateway_method.again', SECOND_METHOD]],
    `aws_api_gateway_method.again.http_method is that of ${METHOD} already`,
    'Method already exists for this resource',
  ],
  [
    'a stage whose name has other characters',
    [[STAGE, { stage_name: 'v1.0' }]],
    `${STAGE}.stage_name is "v1.0"`,
    'Stage name only allows a-zA-Z0-9_-',
  ],
  [
    'two stages of one API with one name',
    [['aws_api_gateway_stage.again', SECOND_STAGE]],
    `aws_api_gateway_stage.again.stage_name is that of ${STAGE} already`,
    'Stage already exists',
  ],
  [
    'a second path parameter below one resource',
    [part('id', '{id}', 'vip'), part('name', '{name}', 'vip')],
    'aws_api_gateway_resource.name.path_part is "{name}"',
    'A sibling ({id}) of this resource already has a variable path part -- only one is allowed',
    'Take aws_api_gateway_resource.id for both',
  ],
  [
    'a greedy parameter beside another',
    [part('id', '{id}'), part('rest', '{proxy+}')],
    'A sibling ({id}) of this resource already has a variable path part',
  ],
  [
    'a resource below a greedy parameter',
    [part('rest', '{proxy+}'), part('more', 'more', 'rest')],
    'aws_api_gateway_resource.more is /{proxy+}/more',
    'Cannot create a child of a resource with a greedy path variable: {proxy+}',
  ],
  [
    'two resources with one path',
    [part('again', 'vip')],
    'aws_api_gateway_resource.again.path_part is that of aws_api_gateway_resource.vip already',
    'Another resource with the same parent already has this name: vip',
  ],
  [
    'several steps of a path in one resource',
    [part('deep', 'a/b')],
    'aws_api_gateway_resource.deep.path_part is "a/b"',
    'Make one resource for each step',
  ],
  [
    'a path parameter with more around it',
    [part('file', '{id}.json')],
    "Resource's path part only allow a-zA-Z0-9._-:",
  ],
  [
    'a quota of a day that begins with an offset',
    [quota('DAY', 1)],
    `${PLAN}.quota_settings.offset is 1`,
    'Usage Plan quota offset must be zero in the DAY period',
  ],
  [
    'a quota of a week whose offset is beyond its days',
    [quota('WEEK', 7)],
    'Usage Plan quota offset must be between 0 and 6 inclusive in the WEEK period',
  ],
  [
    'a quota of a month whose offset is beyond its days',
    [quota('MONTH', 28)],
    'Usage Plan quota offset must be between 0 and 27 inclusive in the MONTH period',
  ],
  [
    'a usage plan for a stage that its API does not have',
    [[PLAN, { api_stages: [{ api_id: API_ID, stage: 'prod' }] }]],
    `${PLAN}.api_stages names the stage "prod"`,
    'API Stage not found: aws_api_gateway_rest_api.api:prod',
  ],
  [
    'two groups of a pool whose names differ in case only',
    [['aws_cognito_user_group.again', { name: 'Admin', user_pool_id: USERS }]],
    `aws_cognito_user_group.again.name is that of ${GROUP} already`,
    'A group with the name already exists',
  ],
  [
    'a group with a negative precedence',
    [[GROUP, { precedence: -1 }]],
    `${GROUP}.precedence must be a number from 0 to 2147483647, but is -1`,
  ],
  [
    'a role mapping of type Rules without rules',
    [mapping('Rules', [])],
    `${ROLES}.role_mapping[0].mapping_rule is missing`,
    'mapping_rule is required for Rules',
  ],
  [
    'a role mapping of type Token with rules',
    [mapping('Token', [RULE])],
    `${ROLES}.role_mapping[0].mapping_rule is set`,
    'mapping_rule must not be set for Token based role mapping',
  ],
];
