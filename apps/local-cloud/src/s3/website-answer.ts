import type { Website } from '@gatehouse/auth-model';

import type { HttpRequest, HttpResponse } from '../http/message';
import type { BucketAccess } from './bucket-access';
import { MAX_KEY_BYTES, parseObjectKey, toPath } from './object-key';
import type { ObjectSource } from './stored-object';
import * as errors from './website-error';
import type { WebsiteError } from './website-error';
import { errorDocumentResponse, errorPageResponse, objectResponse } from './website-response';

/** What one website is made of. */
export interface WebsiteSite {
  readonly website: Website;
  readonly objects: ObjectSource;
  readonly access: BucketAccess;
}

/** Source: Amazon S3 User Guide, "Configuring an index document" and "Configuring a custom error document". */
export async function answerWebsite(
  site: WebsiteSite,
  request: HttpRequest,
): Promise<HttpResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return errorPageResponse(
      errors.methodNotAllowed(request.method),
      request,
      'GET and HEAD only',
      { headers: [['Allow', 'GET, HEAD']] },
    );
  }
  const parsed = parseObjectKey(request.rawPath);
  if (parsed.kind === 'malformed') {
    return errorPageResponse(errors.INVALID_URI, request, 'the path is not percent-encoded UTF-8');
  }
  if (parsed.kind === 'too-long') {
    return errorPageResponse(
      errors.keyTooLong(parsed.bytes, MAX_KEY_BYTES),
      request,
      'key too long',
    );
  }
  const isFolder = parsed.key === '' || parsed.key.endsWith('/');
  const key = isFolder ? parsed.key + site.website.indexDocument : parsed.key;
  const { allowed, because } = site.access.mayRead(key, request);
  if (!allowed) return failed(site, errors.ACCESS_DENIED, request, { because });
  const object = site.objects.find(key);
  if (object) return objectResponse(object, request);
  return isFolder ? missing(site, key, request) : missingOrFolder(site, key, request);
}

/** `/photos` of a folder with an index document leads to `/photos/`. */
function missingOrFolder(
  site: WebsiteSite,
  key: string,
  request: HttpRequest,
): Promise<HttpResponse> {
  if (!site.objects.find(`${key}/${site.website.indexDocument}`))
    return missing(site, key, request);
  const location = `${toPath(key)}/`;
  return Promise.resolve(
    errorPageResponse(errors.RESOURCE_FOUND, request, `to ${location}`, {
      headers: [['Location', location]],
    }),
  );
}

/** Whoever may not list a bucket is not told that a key is missing. */
function missing(site: WebsiteSite, key: string, request: HttpRequest): Promise<HttpResponse> {
  const listable = site.access.mayList(request);
  const error = listable.allowed ? errors.noSuchKey(key) : errors.ACCESS_DENIED;
  return failed(site, error, request, {
    because: `no object ${toPath(key)}; ${listable.because}`,
    // A deep link into a single-page app ends here, and all is well.
    briefly: 'S3 answers it where there is no object',
  });
}

/** The error document, under the status of the error; AWS's own page where there is none or the public may not read it. */
async function failed(
  site: WebsiteSite,
  error: WebsiteError,
  request: HttpRequest,
  { because, briefly = because }: { readonly because: string; readonly briefly?: string },
): Promise<HttpResponse> {
  const { errorDocument } = site.website;
  if (errorDocument === undefined) return errorPageResponse(error, request, because);
  const readable = site.access.mayRead(errorDocument, request).allowed;
  const document = readable ? site.objects.find(errorDocument) : undefined;
  if (!document) {
    const hidden = !readable || !site.access.mayList(request).allowed;
    const errorDocumentFailure = hidden ? errors.ACCESS_DENIED : errors.noSuchKey(errorDocument);
    return errorPageResponse(error, request, because, { errorDocumentFailure });
  }
  return errorDocumentResponse(document, error, request, briefly);
}
