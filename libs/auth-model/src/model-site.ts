import type { PolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

export interface Bucket {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  readonly policy?: Value<PolicyDocument>;
  /** Absent: the account default of new buckets, which blocks. */
  readonly publicAccessBlock?: PublicAccessBlock;
  readonly website?: Website;
  readonly objects: readonly BucketObject[];
}

export interface PublicAccessBlock {
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

export type Website = WebsiteOfPages | RedirectingWebsite;

interface WebsiteEndpoint {
  /** Host and port, without scheme. */
  readonly endpoint: string;
}

export interface WebsiteOfPages extends WebsiteEndpoint {
  readonly indexDocument: string;
  readonly errorDocument?: string;
  /** The first that fits sends the request elsewhere. */
  readonly routingRules: readonly RoutingRule[];
}

/** Serves nothing: every request is sent to another host. */
export interface RedirectingWebsite extends WebsiteEndpoint {
  readonly redirectAllRequestsTo: RedirectTarget & { readonly hostName: string };
}

interface RedirectTarget {
  /** With a port, where it has one. @default that of the request */
  readonly hostName?: string;
  /** @default that of the request */
  readonly protocol?: 'http' | 'https';
}

/** Fits where all of its conditions hold: every request, where it has none. */
export interface RoutingRule {
  readonly keyPrefixEquals?: string;
  /** The status that the request would else end with. */
  readonly httpErrorCodeReturnedEquals?: number;
  readonly redirect: RoutingRedirect;
}

export interface RoutingRedirect extends RedirectTarget {
  readonly httpRedirectCode: number;
  /** In place of the whole key. */
  readonly replaceKeyWith?: string;
  /** In place of the prefix of the condition; may be empty. */
  readonly replaceKeyPrefixWith?: string;
}

export interface BucketObject extends ObjectSettings {
  readonly address: string;
  readonly key: string;
  /** A file, relative to the stack folder; or … */
  readonly source?: string;
  /** … the text itself; or … */
  readonly content?: string;
  /** … bytes. */
  readonly contentBase64?: string;
}

/** What is stored beside the bytes of an object, and sent with them. */
export interface ObjectSettings {
  readonly contentType?: string;
  readonly cacheControl?: string;
  readonly contentDisposition?: string;
  readonly contentEncoding?: string;
  readonly contentLanguage?: string;
  /** Name in lower case, without `x-amz-meta-` → value. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Where the website sends who asks for the object: a path, or a whole address. */
  readonly websiteRedirect?: string;
}
