import type { PolicyDocument } from '@gatehouse/iam';
import type { Json, Value } from '@gatehouse/terraform-json';

export interface RestApi {
  readonly address: string;
  readonly id: string;
  readonly name: string;
  /** `arn:aws:execute-api:<region>:<account>:<id>`. */
  readonly executionArn: string;
  readonly policy?: Value<PolicyDocument>;
  /** The id of `/`. */
  readonly rootResourceId: string;
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  readonly binaryMediaTypes: readonly string[];
  readonly methods: readonly Method[];
  /** Also those that every API has from the start. */
  readonly models: readonly ApiModel[];
  readonly gatewayResponses: readonly GatewayResponse[];
  readonly stages: readonly Stage[];
}

export interface Method {
  readonly address: string;
  /** `GET`, `OPTIONS`, …, or `ANY`. */
  readonly httpMethod: string;
  /** `/secure`, `/items/{id}`, `/{proxy+}`. */
  readonly resourcePath: string;
  readonly resourceId: string;
  /** `NONE`, `AWS_IAM`, … */
  readonly authorization: Value<string>;
  readonly apiKeyRequired: Value<boolean>;
  readonly responses: readonly MethodResponse[];
  /** Absent: requests are not checked. */
  readonly validation?: RequestValidation;
  readonly integration: Integration;
}

/** What AWS checks of a request before anything is called. */
export interface RequestValidation {
  /** Name of the request validator. */
  readonly validator: string;
  /** Must be there and not blank. */
  readonly parameters: readonly RequiredParameter[];
  /** Content type, or `$default` → what its body must be. */
  readonly models: Readonly<Record<string, ApiModel>>;
}

export interface RequiredParameter {
  readonly place: 'header' | 'path' | 'querystring';
  readonly name: string;
}

export interface ApiModel {
  readonly address: string;
  readonly name: string;
  /** JSON Schema, draft 4; it may refer to others of the API by `https://apigateway.amazonaws.com/restapis/<id>/models/<name>`. */
  readonly schema: Json;
}

export interface MethodResponse {
  readonly statusCode: string;
  /** `method.response.header.X` → declared. */
  readonly parameters: Readonly<Record<string, boolean>>;
}

export type Integration =
  | {
      readonly type: 'AWS_PROXY';
      /** May hold `${stageVariables.<name>}`: see `functionOnStage`. */
      readonly functionArn: string;
      readonly timeoutMs: number;
    }
  | {
      readonly type: 'MOCK';
      /** What becomes of a request whose content type has no template. */
      readonly passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
      /** Absent: a binary body stays binary, which no template can read. */
      readonly contentHandling?: ContentHandling;
      /** Content type → template. */
      readonly requestTemplates: Readonly<Record<string, string>>;
      readonly responses: readonly IntegrationResponse[];
    };

export type ContentHandling = 'CONVERT_TO_TEXT' | 'CONVERT_TO_BINARY';

export interface IntegrationResponse {
  readonly statusCode: string;
  readonly contentHandling?: ContentHandling;
  readonly selectionPattern?: string;
  /** `method.response.header.X` → `'quoted constant'` or an expression. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, string>>;
}

export interface GatewayResponse {
  /** `ACCESS_DENIED`, `DEFAULT_4XX`, … */
  readonly responseType: string;
  readonly statusCode?: string;
  /** `gatewayresponse.header.X` → `'quoted constant'` or `method.request.header.X`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, string>>;
}

export interface Stage {
  readonly address: string;
  readonly name: string;
  readonly invokeUrl: string;
  readonly deploymentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly methodSettings: readonly MethodSettings[];
}

export interface MethodSettings {
  /** All methods (`*` + `/*`), or `secure/GET`. */
  readonly methodPath: string;
  readonly throttle?: Throttle;
}

/** A token bucket: `rateLimit` tokens a second, at most `burstLimit` of them. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

export interface ApiKey {
  readonly address: string;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly enabled: boolean;
}

export interface UsagePlan {
  readonly address: string;
  readonly id: string;
  readonly name: string;
  readonly apiStages: readonly PlanStage[];
  readonly throttle?: Throttle;
  readonly quota?: Quota;
  /** Ids of the keys in the plan. */
  readonly keyIds: readonly string[];
}

export interface PlanStage {
  readonly apiId: string;
  readonly stage: string;
  /** `/secure/GET` → its own bucket. */
  readonly methodThrottles: Readonly<Record<string, Throttle>>;
}

export interface Quota {
  readonly limit: number;
  readonly period: 'DAY' | 'WEEK' | 'MONTH';
  /** Requests subtracted in the first period. */
  readonly offset: number;
}

export interface LambdaFunction {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly runtime: string;
  /** The zip, relative to the stack folder. */
  readonly filename: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** How many may run at once; zero: none. @default as many as the account allows */
  readonly reservedConcurrency?: number;
  readonly permissions: readonly LambdaPermission[];
}

/** Whom permissions of API Gateway name. Source: API Gateway Developer Guide, "Permissions for Lambda integrations". */
export const API_GATEWAY = 'apigateway.amazonaws.com';

export interface LambdaPermission {
  readonly action: string;
  readonly principal: string;
  /** ARN pattern; absent: any source. */
  readonly sourceArn?: string;
  /** Account of the source; absent: any. */
  readonly sourceAccount?: string;
}
