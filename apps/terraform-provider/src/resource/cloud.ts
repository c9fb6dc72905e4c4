import type { IdShape } from '@gatehouse/local-ids';

import type { SettledValues } from './values';

/** What the stand-in knows of the account that it plays. */
export interface Cloud {
  /** AWS's own example account: nobody's. */
  readonly accountId: string;
  readonly region: string;
  /** What has been applied. */
  find(type: string, id: string): SettledValues | undefined;
  all(type: string): readonly SettledValues[];
  /**
   * A new id in AWS's shape, never given before. The same key gives the same id in a fresh store, so that runs can be compared.
   * @param key what names the object to a person: `<pool id>/<client name>`
   */
  newId(shape: IdShape, key: string): string;
  /** ISO 8601, in whole seconds. */
  now(): string;
  /** Where the local cloud answers: what AWS would make a host name of. */
  readonly origins: { readonly website: string; readonly api: string };
  /** SHA-256, MD5 and size of the file that `content` names. */
  readonly content?: ContentFacts;
}

export interface ContentFacts {
  readonly sha256Base64: string;
  readonly md5Hex: string;
  readonly bytes: number;
}
