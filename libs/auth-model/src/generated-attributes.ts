/** What AWS makes up when it creates something. */
export type GeneratedIdKind =
  /** `<region>_<9 letters or digits>`. */
  | 'user-pool'
  /** 26 lower-case letters and digits. */
  | 'user-pool-client'
  /** `<region>:<guid>`. */
  | 'identity-pool'
  /** `AROA` and 17 capitals or digits. */
  | 'role'
  /** 10 lower-case letters and digits. */
  | 'rest-api'
  /** 6 to 10 lower-case letters and digits, as the ids below are. */
  | 'api-root-resource'
  | 'api-resource'
  /** A request validator, or a model. */
  | 'api-part'
  | 'api-deployment'
  | 'api-key'
  | 'usage-plan'
  /** The secret itself: 20 to 128 characters. */
  | 'api-key-value';

/** What only the cloud (or a stand-in for it) can tell: generated ids, and where services answer. */
export interface GeneratedAttributes {
  /** 12 digits. */
  readonly accountId: string;
  /** The same answer for the same question, always. */
  id(kind: GeneratedIdKind, address: string, region: string): string;
  /** Without a slash at the end. */
  invokeUrl(apiId: string, stageName: string, region: string): string;
  /**
   * Host and port, without scheme.
   * @param address of the website configuration
   */
  websiteEndpoint(bucketName: string, region: string, address: string): string;
}
