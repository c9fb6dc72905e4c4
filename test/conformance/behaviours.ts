import type { BehaviourArea } from './behaviour';
import { IDENTITY_POOL_OPERATIONS } from './areas/identity-pool-operations';
import { IDENTITY_POOL_LOGINS } from './areas/identity-pool-logins';
import { ROLE_CHOICE } from './areas/role-choice';
import { IDENTITY_POOL_ERRORS } from './areas/identity-pool-errors';
import { TRUST_AND_SESSIONS } from './areas/trust-and-sessions';
import { EXECUTE_API_REFUSALS } from './areas/execute-api-refusals';
import { EXECUTE_API_FAILURES } from './areas/execute-api-failures';
import { GATEWAY_RESPONSES } from './areas/gateway-responses';
import { ORDER_OF_CHECKS } from './areas/order-of-checks';
import { SIGV4 } from './areas/sigv4';
import { CORS_AND_MOCK } from './areas/cors-and-mock';
import { RESOURCE_MATCHING } from './areas/resource-matching';
import { CONDITION_KEYS } from './areas/condition-keys';
import { KEYS_PLANS_THROTTLES } from './areas/keys-plans-throttles';
import { SUCCESS_HEADERS } from './areas/success-headers';
import { LAMBDA_PROXY_EVENT } from './areas/lambda-proxy-event';
import { LAMBDA_PROXY_RESULT } from './areas/lambda-proxy-result';
import { S3_WEBSITE } from './areas/s3-website';
import { S3_WEBSITE_CONTENT } from './areas/s3-website-content';
import { S3_REST } from './areas/s3-rest';
import { CLOUDFRONT } from './areas/cloudfront';
import { DEPLOY_REFUSALS } from './areas/deploy-refusals';

/** The table: every behaviour of the services played, an area each. */
export const BEHAVIOURS: readonly BehaviourArea[] = [
  IDENTITY_POOL_OPERATIONS,
  IDENTITY_POOL_LOGINS,
  ROLE_CHOICE,
  IDENTITY_POOL_ERRORS,
  TRUST_AND_SESSIONS,
  EXECUTE_API_REFUSALS,
  EXECUTE_API_FAILURES,
  GATEWAY_RESPONSES,
  ORDER_OF_CHECKS,
  SIGV4,
  CORS_AND_MOCK,
  RESOURCE_MATCHING,
  CONDITION_KEYS,
  KEYS_PLANS_THROTTLES,
  SUCCESS_HEADERS,
  LAMBDA_PROXY_EVENT,
  LAMBDA_PROXY_RESULT,
  S3_WEBSITE,
  S3_WEBSITE_CONTENT,
  S3_REST,
  CLOUDFRONT,
  DEPLOY_REFUSALS,
];
