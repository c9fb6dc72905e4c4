/**
 * Everything the gateway itself answers instead of an integration.
 * Source: API Gateway Developer Guide, "Gateway response types".
 */
export const RESPONSE_TYPES = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const;

export type ResponseType = (typeof RESPONSE_TYPES)[number];

export interface GatewayFailure {
  readonly responseType: ResponseType;
  readonly status: number;
  /** `x-amzn-ErrorType`. */
  readonly errorType: string;
  /** `$context.error.message`, in AWS's words. */
  readonly message: string;
  /** Access denied by IAM is the one answer that spells it `Message`. @default 'message' */
  readonly messageKey?: 'Message';
  /** `$context.error.validationErrorString`. */
  readonly validationError?: string;
  /** Why, for the log: never a token, key or signature. */
  readonly because: string;
}

const FAILURES = {
  forbiddenStage: [403, 'INVALID_API_KEY', 'ForbiddenException', 'Forbidden'],
  missingToken: [
    403,
    'MISSING_AUTHENTICATION_TOKEN',
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
  ],
  invalidApiKey: [403, 'INVALID_API_KEY', 'ForbiddenException', 'Forbidden'],
  throttled: [429, 'THROTTLED', 'TooManyRequestsException', 'Too Many Requests'],
  quotaExceeded: [429, 'QUOTA_EXCEEDED', 'LimitExceededException', 'Limit Exceeded'],
  missingParameters: [
    400,
    'BAD_REQUEST_PARAMETERS',
    'BadRequestException',
    'Missing required request parameters',
  ],
  invalidBody: [400, 'BAD_REQUEST_BODY', 'BadRequestException', 'Invalid request body'],
  unsupportedMediaType: [
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'BadRequestException',
    'Unsupported Media Type',
  ],
  malformedRequest: [400, 'DEFAULT_4XX', 'BadRequestException', 'Bad Request'],
  uriTooLong: [414, 'DEFAULT_4XX', 'RequestUriTooLongException', 'Request-URI Too Long'],
  headersTooLarge: [
    431,
    'DEFAULT_4XX',
    'RequestHeaderFieldsTooLargeException',
    'Request Header Fields Too Large',
  ],
  eventTooLarge: [413, 'REQUEST_TOO_LARGE', 'RequestTooLargeException', 'Request Too Long'],
  notEmulated: [501, 'DEFAULT_5XX', 'NotImplementedException', 'Not emulated'],
  badIntegrationAnswer: [
    502,
    'DEFAULT_5XX',
    'InternalServerErrorException',
    'Internal server error',
  ],
  mayNotInvoke: [
    500,
    'API_CONFIGURATION_ERROR',
    'InternalServerErrorException',
    'Internal server error',
  ],
  configuration: [
    500,
    'API_CONFIGURATION_ERROR',
    'InternalServerErrorException',
    'Internal server error',
  ],
  internal: [500, 'DEFAULT_5XX', 'InternalServerErrorException', 'Internal server error'],
  timedOut: [
    504,
    'INTEGRATION_TIMEOUT',
    'InternalServerErrorException',
    'Endpoint request timed out',
  ],
} as const satisfies Record<string, readonly [number, ResponseType, string, string]>;

export type FailureName = keyof typeof FAILURES;

/** A failure of the table. @param message stands for AWS's usual text */
export function failure(name: FailureName, because: string, message?: string): GatewayFailure {
  const [status, responseType, errorType, usual] = FAILURES[name];
  return { status, responseType, errorType, message: message ?? usual, because };
}
