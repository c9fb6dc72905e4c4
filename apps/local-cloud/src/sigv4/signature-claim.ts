/** `<access key id>/<date>/<region>/<service>/<terminator>`. */
export interface CredentialScope {
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
}

/** What a request says about its own signature, before any of it is believed. */
export interface SignatureClaim {
  readonly placement: 'header' | 'query';
  readonly credential: CredentialScope;
  /** Lower case, sorted, without duplicates. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** ISO 8601 basic: `20150830T123600Z`. */
  readonly timestamp: string;
  readonly timestampMs: number;
  readonly securityToken?: string;
  /** How long a presigned request stays valid; absent: the window of signed headers. */
  readonly expiresSeconds?: number;
}

export type SignatureErrorCode =
  | 'MissingAuthenticationTokenException'
  | 'IncompleteSignatureException'
  | 'InvalidSignatureException'
  | 'UnrecognizedClientException'
  | 'ExpiredTokenException';

export interface SignatureRefusal {
  readonly kind: 'refused';
  readonly code: SignatureErrorCode;
  /** AWS's words, for the caller. */
  readonly message: string;
  /** Our words, for the log: never a token, key or signature. */
  readonly because: string;
}

export type ClaimOrRefusal =
  | { readonly kind: 'claim'; readonly claim: SignatureClaim }
  | SignatureRefusal;

export function refuseSignature(
  code: SignatureErrorCode,
  message: string,
  because: string,
): SignatureRefusal {
  return { kind: 'refused', code, message, because };
}
