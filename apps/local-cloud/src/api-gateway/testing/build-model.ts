import type {
  ApiKey,
  AuthModel,
  LambdaFunction,
  Method,
  RestApi,
  Role,
  Stage,
  UsagePlan,
} from '@gatehouse/auth-model';
import type { PolicyDocument } from '@gatehouse/iam';
import { parsePolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

export const REGION = 'us-west-2';
export const ACCOUNT = '123456789012';
export const API_KEY_VALUE = 'local-key-0123456789abcdef';

const API_ID = 'a1b2c3d4e5';
const EXECUTION_ARN = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${API_ID}`;
const FUNCTION_ARN = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:gatehouse-dev-api`;

export type GatewayModel = Pick<
  AuthModel,
  'region' | 'accountId' | 'restApis' | 'apiKeys' | 'usagePlans' | 'roles' | 'functions'
>;

export function known<T>(value: T): Value<T> {
  return { kind: 'known', value };
}

export function policy(...statements: readonly object[]): Value<PolicyDocument> {
  const kind = statements.some((statement) => 'Principal' in statement) ? 'resource' : 'identity';
  return known(
    parsePolicyDocument({ Version: '2012-10-17', Statement: statements }, 'test policy', kind),
  );
}

/** A method of the function, signed and with a key, unless said otherwise. */
export function buildMethod(name: string, changes: Partial<Method> = {}): Method {
  const [httpMethod = 'GET', resourcePath = '/'] = name.split(' ');
  return {
    address: `aws_api_gateway_method.${httpMethod}${resourcePath}`,
    httpMethod,
    resourcePath,
    resourceId: `res${resourcePath.length}`,
    authorization: known('AWS_IAM'),
    apiKeyRequired: known(true),
    responses: [],
    integration: { type: 'AWS_PROXY', functionArn: FUNCTION_ARN, timeoutMs: 29_000 },
    ...changes,
  };
}

const PREFLIGHT_HEADERS = {
  'method.response.header.Access-Control-Allow-Origin': "'http://localhost:4200'",
  'method.response.header.Access-Control-Allow-Headers': "'Content-Type,X-Amz-Date,Authorization'",
};

export function buildPreflight(resourcePath: string, changes: Partial<Method> = {}): Method {
  return buildMethod(`OPTIONS ${resourcePath}`, {
    authorization: known('NONE'),
    apiKeyRequired: known(false),
    responses: [
      {
        statusCode: '200',
        parameters: Object.fromEntries(Object.keys(PREFLIGHT_HEADERS).map((name) => [name, true])),
      },
    ],
    integration: {
      type: 'MOCK',
      passthroughBehavior: 'WHEN_NO_MATCH',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      responses: [{ statusCode: '200', parameters: PREFLIGHT_HEADERS, templates: {} }],
    },
    ...changes,
  });
}

export function buildStage(changes: Partial<Stage> = {}): Stage {
  return {
    address: 'aws_api_gateway_stage.dev',
    name: 'dev',
    invokeUrl: 'http://localhost:4203/dev',
    deploymentId: 'dep001',
    variables: {},
    methodSettings: [],
    ...changes,
  };
}

export function buildApi(changes: Partial<RestApi> = {}): RestApi {
  return {
    address: 'aws_api_gateway_rest_api.api',
    id: API_ID,
    name: 'gatehouse-dev',
    executionArn: EXECUTION_ARN,
    rootResourceId: 'root01',
    apiKeySource: 'HEADER',
    binaryMediaTypes: [],
    models: [],
    methods: [
      buildMethod('GET /secure'),
      buildMethod('POST /secure'),
      buildPreflight('/secure'),
      buildMethod('GET /vip'),
      buildMethod('ANY /open/{proxy+}', {
        authorization: known('NONE'),
        apiKeyRequired: known(false),
      }),
      buildMethod('GET /items/{id}'),
    ],
    gatewayResponses: ['DEFAULT_4XX', 'DEFAULT_5XX'].map((responseType) => ({
      responseType,
      parameters: {
        'gatewayresponse.header.Access-Control-Allow-Origin': "'http://localhost:4200'",
      },
      templates: {},
    })),
    stages: [buildStage()],
    ...changes,
  };
}

export function buildRole(purpose: string, ...statements: readonly object[]): Role {
  const name = `gatehouse-dev-${purpose}`;
  return {
    address: `aws_iam_role.${purpose}`,
    name,
    arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    uniqueId: `AROA${purpose.toUpperCase().padEnd(17, '0')}`,
    trust: known({ version: '2012-10-17', statements: [] }),
    policies: [
      {
        name: `inline policy "Invoke" of role ${name}`,
        address: `aws_iam_role_policy.${purpose}`,
        document: policy(...statements),
      },
    ],
    tags: {},
    maxSessionSeconds: 3600,
  };
}

/** A statement for `GET/secure` and the like, on the dev stage. */
export function invoke(sid: string, effect: 'Allow' | 'Deny', ...paths: readonly string[]): object {
  return {
    Sid: sid,
    Effect: effect,
    Action: 'execute-api:Invoke',
    Resource: paths.map((path) => `${EXECUTION_ARN}/dev/${path}`),
  };
}

export function buildFunction(changes: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    address: 'aws_lambda_function.api',
    name: 'gatehouse-dev-api',
    arn: FUNCTION_ARN,
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    filename: 'assets/function.zip',
    environment: {},
    timeoutSeconds: 10,
    memoryMb: 256,
    permissions: ['*/*/secure', '*/GET/vip', '*/*/open/*', '*/GET/items/*'].map((path) => ({
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      sourceArn: `${EXECUTION_ARN}/${path}`,
    })),
    ...changes,
  };
}

export function buildApiKey(changes: Partial<ApiKey> = {}): ApiKey {
  return {
    address: 'aws_api_gateway_api_key.client',
    id: 'key001',
    name: 'gatehouse-dev-client',
    value: API_KEY_VALUE,
    enabled: true,
    ...changes,
  };
}

export function buildPlan(changes: Partial<UsagePlan> = {}): UsagePlan {
  return {
    address: 'aws_api_gateway_usage_plan.client',
    id: 'plan01',
    name: 'gatehouse-dev-client',
    apiStages: [{ apiId: API_ID, stage: 'dev', methodThrottles: {} }],
    keyIds: ['key001'],
    ...changes,
  };
}

export function buildModel(changes: Partial<GatewayModel> = {}): GatewayModel {
  return {
    region: REGION,
    accountId: ACCOUNT,
    restApis: [buildApi()],
    apiKeys: [buildApiKey()],
    usagePlans: [buildPlan()],
    roles: [
      buildRole(
        'member',
        invoke('CallGetSecure', 'Allow', 'GET/secure', 'POST/secure', 'GET/items/*'),
      ),
      buildRole(
        'admin',
        invoke('CallGetSecure', 'Allow', 'GET/secure'),
        invoke('CallGetVip', 'Allow', 'GET/vip'),
      ),
    ],
    functions: [buildFunction()],
    ...changes,
  };
}
