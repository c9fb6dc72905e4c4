import {
  isJsonObject,
  parseTerraformJson,
  type Json,
  type JsonObject,
} from '@gatehouse/terraform-json';

import type { AuthModel } from '../model';
import { readAuthModel } from '../read-auth-model';
import { symbolicAttributes } from '../symbolic-attributes';

/** A group of the pool, and what its role may call. */
export interface GroupOptions {
  readonly precedence?: number;
  readonly routes: readonly string[];
}

export interface StackOptions {
  /** @default an `admin` with precedence 10 who may call both routes */
  readonly groups?: Readonly<Record<string, GroupOptions>>;
  /** Below `/`, one level deep. @default `GET /secure` and `GET /vip` */
  readonly routes?: readonly string[];
  /** @default `GET /secure` */
  readonly memberRoutes?: readonly string[];
}

const API = '${aws_api_gateway_rest_api.api.id}';
const POOL = '${aws_cognito_identity_pool.identities.id}';
const USERS = '${aws_cognito_user_pool.users.id}';

/** A whole stack as cdktf would write it: a pool, its groups and their roles, an API with its routes, and a function. */
export function stackJson({
  groups = { admin: { precedence: 10, routes: ['GET /secure', 'GET /vip'] } },
  routes = ['GET /secure', 'GET /vip'],
  memberRoutes = ['GET /secure'],
}: StackOptions = {}): JsonObject {
  const roles = { member: { routes: memberRoutes }, ...groups };
  return {
    '//': { metadata: { stackName: 'test-dev' } },
    provider: { aws: [{ region: 'us-west-2' }] },
    resource: {
      ...identity(groups),
      ...api(routes),
      aws_iam_role: mapValues(roles, (name) => ({
        name: `dev-${name}`,
        assume_role_policy: trust(),
      })),
      aws_iam_role_policy: mapValues(roles, (name, role) => ({
        name: 'call-routes',
        role: `\${aws_iam_role.${name}.id}`,
        policy: invokePolicy(role.routes),
      })),
    },
  };
}

/** The same stack with arguments of one resource set, or removed where null; a resource that is not there is added. */
export function withResource(stack: JsonObject, address: string, body: JsonObject): JsonObject {
  const mode = address.startsWith('data.') ? 'data' : 'resource';
  const [type = '', name = ''] = address.replace(/^data\./, '').split('.');
  const byType = objectIn(stack[mode]);
  const byName = objectIn(byType[type]);
  const merged = Object.entries({ ...objectIn(byName[name]), ...body }).filter(
    ([, value]) => value !== null,
  );
  const named = { ...byName, [name]: Object.fromEntries(merged) };
  return { ...stack, [mode]: { ...byType, [type]: named } };
}

export function withoutResource(stack: JsonObject, address: string): JsonObject {
  const [type = '', name = ''] = address.split('.');
  const byType = objectIn(stack.resource);
  const rest = Object.entries(objectIn(byType[type])).filter(([key]) => key !== name);
  return { ...stack, resource: { ...byType, [type]: Object.fromEntries(rest) } };
}

export function modelOf(stack: JsonObject): AuthModel {
  return readAuthModel(parseTerraformJson(stack, 'cdk.tf.json'), symbolicAttributes);
}

/**
 * A role policy that allows these routes of the stack's API, a statement each.
 * @param more what each statement says besides: a principal, in the policy of an API
 */
export function invokePolicy(routes: readonly string[], more: JsonObject = {}): string {
  const Statement = routes.map((route, index) => {
    const [verb = '', path = ''] = route.split(' ');
    return {
      Sid: `Route${index}`,
      Effect: 'Allow',
      Action: 'execute-api:Invoke',
      Resource: `\${aws_api_gateway_rest_api.api.execution_arn}/dev/${verb}${path}`,
      ...more,
    };
  });
  const nothing = [{ Sid: 'Nothing', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }];
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: routes.length === 0 ? nothing : Statement,
  });
}

/** A trust policy for the stack's identity pool. */
export function trust(amr = 'authenticated'): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': POOL },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
        },
      },
    ],
  });
}

function identity(groups: Readonly<Record<string, GroupOptions>>): JsonObject {
  const provider = '${aws_cognito_user_pool.users.endpoint}';
  const client = '${aws_cognito_user_pool_client.client.id}';
  return {
    aws_cognito_user_pool: { users: { name: 'dev-users' } },
    aws_cognito_user_pool_client: { client: { name: 'dev-client', user_pool_id: USERS } },
    aws_cognito_user_group: mapValues(groups, (name, { precedence }) => ({
      name,
      user_pool_id: USERS,
      role_arn: `\${aws_iam_role.${name}.arn}`,
      ...(precedence === undefined ? {} : { precedence }),
    })),
    aws_cognito_identity_pool: {
      identities: {
        identity_pool_name: 'dev-identities',
        allow_unauthenticated_identities: false,
        cognito_identity_providers: [
          { client_id: client, provider_name: provider, server_side_token_check: true },
        ],
      },
    },
    aws_cognito_identity_pool_roles_attachment: {
      roles: {
        identity_pool_id: POOL,
        roles: { authenticated: '${aws_iam_role.member.arn}' },
        role_mapping: [
          {
            identity_provider: `${provider}:${client}`,
            type: 'Token',
            ambiguous_role_resolution: 'AuthenticatedRole',
          },
        ],
      },
    },
  };
}

function api(routes: readonly string[]): JsonObject {
  const parts = new Map(routes.map((route) => [resourceName(route), route.split('/')[1] ?? '']));
  const key = (route: string): JsonObject => ({
    rest_api_id: API,
    resource_id: `\${aws_api_gateway_resource.${resourceName(route)}.id}`,
    http_method: route.split(' ')[0] ?? '',
  });
  const each = (body: (route: string) => JsonObject): JsonObject =>
    Object.fromEntries(routes.map((route) => [methodName(route), body(route)]));
  return {
    aws_api_gateway_rest_api: { api: { name: 'dev-api' } },
    aws_api_gateway_resource: mapValues(Object.fromEntries(parts), (_, part) => ({
      rest_api_id: API,
      parent_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
      path_part: part,
    })),
    aws_api_gateway_method: each((route) => ({
      ...key(route),
      authorization: 'AWS_IAM',
      api_key_required: true,
    })),
    aws_api_gateway_integration: each((route) => ({
      ...key(route),
      type: 'AWS_PROXY',
      integration_http_method: 'POST',
      uri: '${aws_lambda_function.api.invoke_arn}',
    })),
    aws_api_gateway_deployment: { api: { rest_api_id: API } },
    aws_api_gateway_stage: {
      dev: {
        rest_api_id: API,
        deployment_id: '${aws_api_gateway_deployment.api.id}',
        stage_name: 'dev',
      },
    },
    aws_api_gateway_api_key: { client: { name: 'dev-key' } },
    aws_api_gateway_usage_plan: {
      plan: {
        name: 'dev-plan',
        api_stages: [{ api_id: API, stage: '${aws_api_gateway_stage.dev.stage_name}' }],
      },
    },
    aws_api_gateway_usage_plan_key: {
      client: {
        key_id: '${aws_api_gateway_api_key.client.id}',
        key_type: 'API_KEY',
        usage_plan_id: '${aws_api_gateway_usage_plan.plan.id}',
      },
    },
    ...lambda(),
  };
}

function lambda(): JsonObject {
  return {
    aws_lambda_function: {
      api: {
        function_name: 'dev-api',
        handler: 'index.handler',
        runtime: 'nodejs24.x',
        filename: 'assets/a.zip',
      },
    },
    aws_lambda_permission: {
      api: {
        action: 'lambda:InvokeFunction',
        function_name: '${aws_lambda_function.api.function_name}',
        principal: 'apigateway.amazonaws.com',
        source_arn: '${aws_api_gateway_rest_api.api.execution_arn}/dev/*',
      },
    },
  };
}

/** `GET /vip` → `get_vip`. */
export function methodName(route: string): string {
  return `${(route.split(' ')[0] ?? '').toLowerCase()}_${resourceName(route)}`;
}

function resourceName(route: string): string {
  return (route.split('/')[1] ?? '').replace(/\W/g, '_');
}

function mapValues<T>(
  map: Readonly<Record<string, T>>,
  make: (key: string, value: T) => Json,
): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, make(key, value)]));
}

function objectIn(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : {};
}
