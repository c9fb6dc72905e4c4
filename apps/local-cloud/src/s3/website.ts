import type { AuthModel, Bucket, Website } from '@gatehouse/auth-model';

import type { HttpRequest, HttpResponse, Service } from '../http/message';
import type { Log } from '../log';
import { orRebuilt } from './asset-gone';
import { bucketAccess } from './bucket-access';
import { overlayObjects, type SiteOverlay } from './overlay-objects';
import { INTERNAL_ERROR, NO_SUCH_WEBSITE, SLOW_DOWN } from './s3-error';
import type { StackBucket } from './stack-buckets';
import { answerWebsite, type WebsiteSite } from './website-answer';
import { errorPageResponse, refusalResponse } from './website-response';

export interface WebsiteOptions {
  readonly model: Place;
  readonly buckets: readonly StackBucket[];
  readonly log: Log;
  /**
   * A folder whose files stand in front of the stack's objects, looked at anew with each request.
   * @default the stack's objects only
   */
  readonly overlay?: SiteOverlay;
}

/** Whose the buckets are, and where. */
type Place = Pick<AuthModel, 'region' | 'accountId'>;

/**
 * The website endpoints of a stack, a service for each bucket that has one.
 * @returns by host and port
 */
export function createWebsites({
  model,
  buckets,
  log,
  overlay,
}: WebsiteOptions): ReadonlyMap<string, Service> {
  const sites = buckets.flatMap(({ bucket, objects }) => {
    const { website } = bucket;
    return website === undefined ? [] : [{ bucket: { ...bucket, website }, objects }];
  });
  // What is built anew is one client: that of the first website.
  return new Map(
    sites.map((site, at) => [
      site.bucket.website.endpoint,
      createWebsite(site, model, log, at === 0 ? overlay : undefined),
    ]),
  );
}

/**
 * The website endpoint of one bucket: index and error documents, redirects, the bucket policy really evaluated for the public.
 * Source: Amazon S3 User Guide, "Hosting a static website using Amazon S3".
 */
function createWebsite(
  { bucket, objects }: StackBucket & { readonly bucket: Bucket & { readonly website: Website } },
  place: Place,
  log: Log,
  overlay: SiteOverlay | undefined,
): Service {
  const { website, address } = bucket;
  if ('indexDocument' in website && overlay === undefined && objects.all.length === 0) {
    log(
      `${address}: the website has no files, so every page of it is an error: the stack has no aws_s3_object in this bucket. In the stack of this project, npm run build puts the client there.`,
    );
  }
  const site: WebsiteSite = {
    website,
    objects: overlay === undefined ? objects : overlayObjects(overlay, objects),
    access: bucketAccess(bucket, 'website', place),
  };
  return {
    name: 's3-website',
    handle: (request: HttpRequest): Promise<HttpResponse> =>
      orRebuilt(answerWebsite(site, request), (error, because) =>
        errorPageResponse(error, request, because),
      ),
    refuse: refusalResponse,
    fail: (fault, request) =>
      errorPageResponse(
        fault === 'throttled' ? SLOW_DOWN : INTERNAL_ERROR,
        request,
        'a fault of the laboratory',
      ),
  };
}

/** What answers where a website would, of a stack that has none. */
export function createNoWebsite(): Service {
  return {
    name: 's3-website',
    handle: (request) =>
      Promise.resolve(
        errorPageResponse(NO_SUCH_WEBSITE, request, 'the stack has no bucket with a website'),
      ),
    refuse: refusalResponse,
  };
}
