/** Why a request could not be signed. A closed set, so that a screen can be chosen by it. */
export type RequestSigningErrorCode =
  /** The options are unusable: `apiUrl` is no http(s) URL, or `region` is empty. */
  | 'ERR_SIGNING_CONFIGURATION'
  /** The credentials provider rejected or gave incomplete credentials: usually nobody is signed in. */
  | 'ERR_SIGNING_NO_CREDENTIALS'
  /** The address cannot be signed so that every verifier reads it alike. */
  | 'ERR_SIGNING_UNSIGNABLE_URL'
  /** The bytes of the body could not be known before sending. */
  | 'ERR_SIGNING_UNSIGNABLE_BODY'
  /** The signer itself could not be loaded or failed: usually offline, or a new version was published. */
  | 'ERR_SIGNING_UNAVAILABLE';

/** A request to the API that was not sent, because it could not be signed. `cause` is kept. */
export class RequestSigningError extends Error {
  override readonly name = 'RequestSigningError';

  constructor(
    readonly code: RequestSigningErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
