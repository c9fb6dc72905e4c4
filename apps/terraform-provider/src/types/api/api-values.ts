/** Source: AWS provider, internal/service/apigateway/validate.go, `validHTTPMethod`. */
export const HTTP_METHODS = [
  'ANY',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
] as const;

/** Source: API Gateway API reference, ContentHandlingStrategy. */
export const CONTENT_HANDLING = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;
