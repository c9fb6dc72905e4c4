import type { GatewayFailure } from './gateway-failure';

export interface DeniedAccess {
  /** The session's ARN, or `anonymous`. */
  readonly user: string;
  readonly resource: string;
  readonly explicit: boolean;
  readonly because: string;
}

/** Source: AWS re:Post, "How do I troubleshoot HTTP 403 errors from API Gateway?"; the account is masked as answers show it. */
export function accessDenied({ user, resource, explicit, because }: DeniedAccess): GatewayFailure {
  const suffix = explicit ? ' with an explicit deny' : '';
  return {
    responseType: 'ACCESS_DENIED',
    status: 403,
    errorType: 'AccessDeniedException',
    message: `User: ${user} is not authorized to perform: execute-api:Invoke on resource: ${maskAccount(resource)}${suffix}`,
    messageKey: 'Message',
    because,
  };
}

/** `arn:aws:execute-api:us-west-2:123456789012:…` → `arn:aws:execute-api:us-west-2:********9012:…`. */
function maskAccount(arn: string): string {
  return arn.replace(/^((?:[^:]*:){4})\d{8}(\d{4}:)/, '$1********$2');
}
