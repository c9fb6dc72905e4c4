import type { AuthModel, Bucket, Website } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import type { Clock } from '../clock';
import type { HttpRequest, HttpResponse, Service } from '../http/message';
import type { Log } from '../log';
import { bucketAccess } from './bucket-access';
import type { CognitoOrigins } from './local-endpoints';
import { overlayObjects, type SiteOverlay } from './overlay-objects';
import { stackObjects } from './stack-objects';
import { answerWebsite } from './website-answer';
import type { WebsiteSite } from './website-answer';
import { refusalResponse } from './website-response';

export interface WebsiteOptions {
  readonly model: Pick<AuthModel, 'buckets'>;
  /** The folder of `cdk.tf.json` and its assets. */
  readonly stackFolder: string;
  readonly origins: CognitoOrigins;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * A folder whose files stand in front of the stack's objects, looked at anew with each request.
   * @default the stack's objects only
   */
  readonly overlay?: SiteOverlay;
  /** Puts this start's addresses into the runtime configuration. @default leaves it as it is */
  readonly rewrite?: (text: string) => string;
}

/**
 * The website endpoint of the stack's one website bucket: index and error documents, the bucket policy really evaluated for the
 * public. Not modelled: ranges (the whole object is the answer, as RFC 9110 allows), redirection rules.
 * Source: Amazon S3 User Guide, "Hosting a static website using Amazon S3".
 * @throws BootError unless there is exactly one website bucket whose files are all in the stack folder
 */
export function createWebsite(options: WebsiteOptions): Service {
  const bucket = theWebsiteBucket(options.model.buckets);
  const fromStack = stackObjects({ ...options, bucket });
  const { overlay } = options;
  if (overlay === undefined && bucket.objects.length === 0) {
    options.log(
      `${bucket.address}: the website has no files, so every page of it is an error: the stack has no aws_s3_object in this bucket. Is the client build missing? Run npm run build, then npm run synth.`,
    );
  }
  const site: WebsiteSite = {
    website: bucket.website,
    objects: overlay === undefined ? fromStack : overlayObjects(overlay, fromStack),
    access: bucketAccess(bucket),
  };
  return {
    name: 's3-website',
    handle: (request: HttpRequest): Promise<HttpResponse> => answerWebsite(site, request),
    refuse: refusalResponse,
  };
}

function theWebsiteBucket(buckets: readonly Bucket[]): Bucket & { readonly website: Website } {
  const [first, ...others] = buckets.flatMap((bucket) =>
    bucket.website ? [{ ...bucket, website: bucket.website }] : [],
  );
  if (!first) {
    throw new BootError(
      'ERR_SITE_MISSING',
      'The stack has no bucket with a website. Add an aws_s3_bucket_website_configuration: its objects are the local website.',
    );
  }
  if (others.length > 0) {
    const addresses = [first, ...others].map(({ address }) => address).join(', ');
    throw new BootError(
      'ERR_SITE_SEVERAL',
      `The stack has several website buckets (${addresses}); the local cloud serves one. Leave one website configuration.`,
    );
  }
  return first;
}
