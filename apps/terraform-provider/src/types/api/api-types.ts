import type { ResourceFacts } from '../../resource/resource-facts';
import { apiGatewayAccount } from './api-gateway-account';
import { apiGatewayApiKey } from './api-gateway-api-key';
import { apiGatewayDeployment } from './api-gateway-deployment';
import { apiGatewayGatewayResponse } from './api-gateway-gateway-response';
import { apiGatewayIntegration } from './api-gateway-integration';
import { apiGatewayIntegrationResponse } from './api-gateway-integration-response';
import { apiGatewayMethod } from './api-gateway-method';
import { apiGatewayMethodResponse } from './api-gateway-method-response';
import { apiGatewayMethodSettings } from './api-gateway-method-settings';
import { apiGatewayResource } from './api-gateway-resource';
import { apiGatewayRestApi } from './api-gateway-rest-api';
import { apiGatewayRestApiPolicy } from './api-gateway-rest-api-policy';
import { apiGatewayStage } from './api-gateway-stage';
import { apiGatewayUsagePlan } from './api-gateway-usage-plan';
import { apiGatewayUsagePlanKey } from './api-gateway-usage-plan-key';

export const API_TYPES: readonly ResourceFacts[] = [
  apiGatewayAccount,
  apiGatewayApiKey,
  apiGatewayDeployment,
  apiGatewayGatewayResponse,
  apiGatewayIntegration,
  apiGatewayIntegrationResponse,
  apiGatewayMethod,
  apiGatewayMethodResponse,
  apiGatewayMethodSettings,
  apiGatewayResource,
  apiGatewayRestApi,
  apiGatewayRestApiPolicy,
  apiGatewayStage,
  apiGatewayUsagePlan,
  apiGatewayUsagePlanKey,
];
