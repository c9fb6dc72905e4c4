import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { silentOverwrite } from '../silent-overwrite';
import { text } from './api-objects';

const roleIsWellFormed: Check = (values) => {
  const role = text(values, 'cloudwatch_role_arn');
  if (role === '' || /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(role)) return undefined;
  return 'BadRequestException: The role ARN is not well formed';
};

/** What a fresh account has. Source: API Gateway developer guide, "Amazon API Gateway quotas"; the numbers are of most regions. */
const FRESH = {
  api_key_version: '4',
  features: ['UsagePlans'],
  throttle_settings: [{ burst_limit: 5000, rate_limit: 10_000 }],
};

/** One for the account and region: AWS provider 6 takes the role away again when this is destroyed. */
export const apiGatewayAccount: ResourceFacts = {
  type: 'aws_api_gateway_account',
  source:
    'hashicorp/terraform-provider-aws internal/service/apigateway/account.go, as of version 6.0 (plugin framework, without reset_on_delete)',
  optionalComputed: ['cloudwatch_role_arn'],
  defaults: { cloudwatch_role_arn: '' },
  // The plugin framework takes every attribute that AWS tells as unknown in an update.
  changesWith: { api_key_version: '*', features: '*', throttle_settings: '*' },
  conflict: silentOverwrite('aws_api_gateway_account'),
  create: (_values, cloud) => ({ id: cloud.accountId, ...FRESH }),
  update: () => FRESH,
  checks: [roleIsWellFormed],
};
