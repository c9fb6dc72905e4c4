interface AwsErrorDetails {
  /** @default 400 */
  readonly status?: number;
  /** For the log line only: what AWS would not tell the caller. Never a secret. */
  readonly because?: string;
  /** Further members of the body, such as `reasonCode`. */
  readonly members?: Readonly<Record<string, string>>;
}

/** An answer, not a fault: what AWS says to a request it refuses. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly status: number;
  readonly because: string | undefined;
  readonly members: Readonly<Record<string, string>>;

  constructor(
    /** `NotAuthorizedException`: `__type` of the body and `x-amzn-ErrorType`. */
    readonly type: string,
    message: string,
    { status = 400, because, members = {} }: AwsErrorDetails = {},
  ) {
    super(message);
    this.status = status;
    this.because = because;
    this.members = members;
  }
}

/** AWS would answer; the local cloud cannot. Says what is missing and where it would go. */
export class NotEmulatedError extends AwsError {
  constructor(message: string) {
    super('NotEmulatedException', message, { status: 501 });
  }
}

/** @param because for the log line; the caller learns nothing. */
export function internalError(because: string): AwsError {
  return new AwsError('InternalErrorException', 'Something went wrong', { status: 500, because });
}
