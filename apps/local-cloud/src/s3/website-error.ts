/** What a website endpoint answers when it does not serve the object, in AWS's words. */
export interface WebsiteError {
  readonly status: 302 | 400 | 403 | 404 | 405 | 500;
  readonly code: string;
  readonly message: string;
  /** Further lines of the page: `Key`, `Method`. */
  readonly details?: Readonly<Record<string, string>>;
}

const REASONS: Readonly<Record<WebsiteError['status'], string>> = {
  302: 'Moved Temporarily',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
};

/** Codes and messages: Amazon S3 API Reference, "Error responses". */
export const ACCESS_DENIED: WebsiteError = {
  status: 403,
  code: 'AccessDenied',
  message: 'Access Denied',
};
export const RESOURCE_FOUND: WebsiteError = {
  status: 302,
  code: 'Found',
  message: 'Resource Found',
};
export const INVALID_URI: WebsiteError = {
  status: 400,
  code: 'InvalidURI',
  message: "Couldn't parse the specified URI.",
};
export const INTERNAL_ERROR: WebsiteError = {
  status: 500,
  code: 'InternalError',
  message: 'We encountered an internal error. Please try again.',
};
export const ENTITY_TOO_LARGE: WebsiteError = {
  status: 400,
  code: 'EntityTooLarge',
  message: 'Your proposed upload exceeds the maximum allowed size',
};

export function noSuchKey(key: string): WebsiteError {
  return {
    status: 404,
    code: 'NoSuchKey',
    message: 'The specified key does not exist.',
    details: { Key: key },
  };
}

export function keyTooLong(size: number, maxSize: number): WebsiteError {
  return {
    status: 400,
    code: 'KeyTooLongError',
    message: 'Your key is too long',
    details: { Size: String(size), MaxSizeAllowed: String(maxSize) },
  };
}

export function methodNotAllowed(method: string): WebsiteError {
  return {
    status: 405,
    code: 'MethodNotAllowed',
    message: 'The specified method is not allowed against this resource.',
    details: { Method: method, ResourceType: 'OBJECT' },
  };
}

/**
 * The page AWS makes itself, where there is no error document or it cannot be read.
 * Source of the layout: Amazon S3 User Guide, "Configuring a custom error document".
 */
export function errorPage(
  error: WebsiteError,
  ids: { readonly requestId: string; readonly hostId: string },
  errorDocumentFailure?: WebsiteError,
): string {
  const title = `${error.status} ${REASONS[error.status]}`;
  const lines = { ...linesOf(error), RequestId: ids.requestId, HostId: ids.hostId };
  const failure = errorDocumentFailure
    ? `<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n${list(linesOf(errorDocumentFailure))}`
    : '';
  return `<html>\n<head><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${list(lines)}${failure}<hr/>\n</body>\n</html>\n`;
}

function linesOf({ code, message, details }: WebsiteError): Readonly<Record<string, string>> {
  return { Code: code, Message: message, ...details };
}

function list(lines: Readonly<Record<string, string>>): string {
  const items = Object.entries(lines).map(
    ([name, text]) => `<li>${name}: ${escapeHtml(text)}</li>\n`,
  );
  return `<ul>\n${items.join('')}</ul>\n`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
