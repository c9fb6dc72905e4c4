import { HttpContextToken } from '@angular/common/http';

/** What was signed, without anything secret: safe to show and to log. */
export interface SignedRequest {
  readonly method: string;
  /** The address as sent. */
  readonly url: string;
  /** Time in the signature (`x-amz-date`), ISO 8601 basic form: `20261122T084230Z`. */
  readonly amzDate: string;
  /** `<date>/<region>/execute-api/aws4_request`. */
  readonly credentialScope: string;
  /** Names of the signed headers, lower case, sorted. */
  readonly signedHeaders: readonly string[];
  /** SHA-256 of the body, hex. */
  readonly payloadHash: string;
  /** The canonical request with the values of the session token and the API key masked. */
  readonly canonicalRequest: string;
  /** 2 when this is the retry after a refused signature. */
  readonly attempt: 1 | 2;
}

/**
 * Called with what was signed, each time the request it is set on is about to be sent:
 * `new HttpContext().set(ON_REQUEST_SIGNED, (signed) => …)`.
 */
export const ON_REQUEST_SIGNED = new HttpContextToken<(signed: SignedRequest) => void>(
  () => () => undefined,
);
