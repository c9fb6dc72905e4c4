import type { Method, RestApi } from '@gatehouse/auth-model';
import type { Value } from '@gatehouse/terraform-json';

import { BootError } from '../boot-error';
import { createLambdaProxy, type LambdaProxyServices } from './integrations/lambda-proxy';
import type { Integration } from './integrations/integration';
import { createMockIntegration } from './integrations/mock-integration';
import type { BodySchemas } from './validation/body-schema';
import { createRequestCheck, type RequestCheck } from './validation/request-check';

/** A method, checked and ready to be called. */
export interface DeployedMethod {
  readonly method: Method;
  readonly isSigned: boolean;
  readonly needsApiKey: boolean;
  /** Absent: requests are not validated. */
  readonly check?: RequestCheck;
  readonly integration: Integration;
}

/** @throws BootError for whatever of the method is not settled or not emulated */
export function deployMethod(
  services: LambdaProxyServices,
  api: RestApi,
  method: Method,
  schemas: BodySchemas,
): DeployedMethod {
  const authorization = settled(method.authorization, 'authorization', method);
  if (authorization !== 'AWS_IAM' && authorization !== 'NONE') {
    throw new BootError(
      'ERR_API_GATEWAY_AUTHORIZATION',
      `${method.address} has authorization ${authorization}, which is not emulated: AWS_IAM and NONE are (apps/local-cloud/src/api-gateway/deployed-method.ts).`,
    );
  }
  const { integration } = method;
  const check = createRequestCheck(method, schemas);
  return {
    method,
    isSigned: authorization === 'AWS_IAM',
    needsApiKey: settled(method.apiKeyRequired, 'api_key_required', method),
    ...(check && { check }),
    integration:
      integration.type === 'MOCK'
        ? createMockIntegration(api, method, integration)
        : createLambdaProxy(services, api, method, integration),
  };
}

function settled<T>(value: Value<T>, what: string, { address }: Method): T {
  if (value.kind === 'known') return value.value;
  const why =
    value.kind === 'unknown'
      ? value.because
      : `${value.reference.address}.${value.reference.attribute}`;
  throw new BootError(
    'ERR_API_GATEWAY_UNSETTLED',
    `${what} of ${address} is not settled (${why}): write it as a plain value, or make the reference resolvable.`,
  );
}
