/** What an endpoint of S3 answers when it does not serve the object, in AWS's words. */
export interface S3Error {
  readonly status: 302 | 400 | 403 | 404 | 405 | 412 | 416 | 500 | 501 | 503;
  readonly code: string;
  readonly message: string;
  /** Beside the status in the title of a page. @default what S3 says with the status */
  readonly reason?: string;
  /** Further lines of the answer: `Key`, `Method`. */
  readonly details?: Readonly<Record<string, string>>;
}

/** Codes and messages: Amazon S3 API Reference, "Error responses". */
export const ACCESS_DENIED: S3Error = {
  status: 403,
  code: 'AccessDenied',
  message: 'Access Denied',
};
export const RESOURCE_FOUND: S3Error = {
  status: 302,
  code: 'Found',
  message: 'Resource Found',
};
export const INVALID_URI: S3Error = {
  status: 400,
  code: 'InvalidURI',
  message: "Couldn't parse the specified URI.",
};
/** Source: Amazon S3 API Reference, "Error responses" (NoSuchWebsiteConfiguration). */
export const NO_SUCH_WEBSITE: S3Error = {
  status: 404,
  code: 'NoSuchWebsiteConfiguration',
  message: 'The specified bucket does not have a website configuration',
};
export const INTERNAL_ERROR: S3Error = {
  status: 500,
  code: 'InternalError',
  message: 'We encountered an internal error. Please try again.',
};
/** Source: the same page (SlowDown). */
export const SLOW_DOWN: S3Error = {
  status: 503,
  code: 'SlowDown',
  message: 'Please reduce your request rate.',
};
/** Never of AWS, where an object lies in one place and its bytes in no other. */
export const STACK_REBUILT: S3Error = {
  status: 503,
  code: 'ServiceUnavailable',
  reason: 'Service Unavailable',
  message:
    'The stack was rebuilt since the local cloud started, and this file of it is gone. Restart npm start to serve the new one.',
};
export const ENTITY_TOO_LARGE: S3Error = {
  status: 400,
  code: 'EntityTooLarge',
  message: 'Your proposed upload exceeds the maximum allowed size',
};

export function preconditionFailed(condition: string): S3Error {
  return {
    status: 412,
    code: 'PreconditionFailed',
    message: 'At least one of the pre-conditions you specified did not hold',
    details: { Condition: condition },
  };
}

export function invalidRange(asked: string, size: number): S3Error {
  return {
    status: 416,
    code: 'InvalidRange',
    message: 'The requested range is not satisfiable',
    details: { RangeRequested: asked, ActualObjectSize: String(size) },
  };
}

export function noSuchKey(key: string): S3Error {
  return {
    status: 404,
    code: 'NoSuchKey',
    message: 'The specified key does not exist.',
    details: { Key: key },
  };
}

export function keyTooLong(size: number, maxSize: number): S3Error {
  return {
    status: 400,
    code: 'KeyTooLongError',
    message: 'Your key is too long',
    details: { Size: String(size), MaxSizeAllowed: String(maxSize) },
  };
}

export function methodNotAllowed(method: string): S3Error {
  return {
    status: 405,
    code: 'MethodNotAllowed',
    message: 'The specified method is not allowed against this resource.',
    details: { Method: method, ResourceType: 'OBJECT' },
  };
}
