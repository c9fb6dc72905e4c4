/** What a client can act on; the message is for the person. */
export type ApiErrorCode = 'MalformedPath' | 'NotFound' | 'CallerUnknown' | 'InternalError';

const STATUS: Readonly<Record<ApiErrorCode, number>> = {
  MalformedPath: 400,
  NotFound: 404,
  CallerUnknown: 403,
  InternalError: 500,
};

/** An answer other than success. Its message reaches the caller: nothing internal in it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly statusCode: number;

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.statusCode = STATUS[code];
  }
}
