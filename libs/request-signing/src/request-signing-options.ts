import { InjectionToken } from '@angular/core';

/** Temporary AWS credentials, as an identity pool or STS gives them out. */
export interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Sent, signed, as `x-amz-security-token`. @default none: long-term keys have no session */
  readonly sessionToken?: string | undefined;
  /** When AWS stops accepting them. @default unknown: they are asked for anew for every request */
  readonly expiration?: Date | undefined;
}

/**
 * Gives the credentials of whoever is signed in. Rejects when nobody is.
 * With `forceRefresh` it must not answer from a cache: AWS has refused what the cache holds.
 */
export type CredentialsProvider = (options?: {
  readonly forceRefresh?: boolean;
}) => Promise<SigningCredentials>;

/** Which API is signed for, and with what. */
export interface RequestSigningOptions {
  /** Origin and base path of the API, such as `https://abc123.execute-api.eu-west-1.amazonaws.com/prod`. */
  readonly apiUrl: string;
  /** Region of the API, such as `eu-west-1`: part of every signature. */
  readonly region: string;
  readonly credentials: CredentialsProvider;
  /** Sent, signed, as `x-api-key`, to the API only. */
  readonly apiKey: string | undefined;
}

/**
 * Options, or a function that is asked at every request, so that they may come from a file the
 * application loads first. While it answers `undefined` nothing is signed.
 */
export type RequestSigningOptionsSource =
  | RequestSigningOptions
  | (() => RequestSigningOptions | undefined);

export const REQUEST_SIGNING_OPTIONS = new InjectionToken<() => RequestSigningOptions | undefined>(
  'REQUEST_SIGNING_OPTIONS',
);
