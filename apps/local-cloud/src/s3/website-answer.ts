import type { Website, WebsiteOfPages } from '@gatehouse/auth-model';

import type { HttpRequest, HttpResponse } from '../http/message';
import { idHeaders } from './amazon-ids';
import type { BucketAccess } from './bucket-access';
import { answerObject } from './object-answer';
import { MAX_KEY_BYTES, parseObjectKey, toPath } from './object-key';
import * as errors from './s3-error';
import type { S3Error } from './s3-error';
import type { ObjectSource, StoredObject } from './stored-object';
import {
  findRoutingRule,
  headerSafe,
  redirectedLocation,
  routedLocation,
} from './website-redirect';
import { errorDocumentResponse, errorPageResponse, redirectResponse } from './website-response';

/** What one website is made of. */
export interface WebsiteSite<Kind extends Website = Website> {
  readonly website: Kind;
  readonly objects: ObjectSource;
  readonly access: BucketAccess;
}

/** A request for a page, and the key that it names, as the client wrote it. */
interface Visit {
  readonly site: WebsiteSite<WebsiteOfPages>;
  readonly request: HttpRequest;
  readonly asked: string;
}

/** Source: Amazon S3 User Guide, "Hosting a static website using Amazon S3". */
export async function answerWebsite(
  site: WebsiteSite,
  request: HttpRequest,
): Promise<HttpResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const error = errors.methodNotAllowed(request.method);
    return errorPageResponse(error, request, 'GET and HEAD only', {
      headers: [['Allow', 'GET, HEAD']],
    });
  }
  const parsed = parseObjectKey(request.rawPath);
  if (parsed.kind === 'malformed') {
    return errorPageResponse(errors.INVALID_URI, request, 'the path is not percent-encoded UTF-8');
  }
  const { website } = site;
  if ('redirectAllRequestsTo' in website) {
    const location = redirectedLocation(website.redirectAllRequestsTo, request);
    return redirectResponse(301, location, request, 'the website redirects all requests');
  }
  if (parsed.kind === 'too-long') {
    const error = errors.keyTooLong(parsed.bytes, MAX_KEY_BYTES);
    return errorPageResponse(error, request, 'key too long');
  }
  return servePage({ site: { ...site, website }, request, asked: parsed.key });
}

/** Source: Amazon S3 User Guide, "Configuring an index document". */
async function servePage(visit: Visit): Promise<HttpResponse> {
  const { site, request, asked } = visit;
  const routed = route(visit);
  if (routed !== undefined) return routed;
  const isFolder = asked === '' || asked.endsWith('/');
  const key = isFolder ? asked + site.website.indexDocument : asked;
  const { allowed, because } = site.access.mayRead(key, { request });
  if (!allowed) return failed(visit, errors.ACCESS_DENIED, { because });
  const object = site.objects.find(key);
  if (object === undefined) return isFolder ? missing(visit, key) : missingOrFolder(visit, key);
  if (object.websiteRedirect !== undefined) return sendOn(object, object.websiteRedirect, request);
  const answer = await answerObject(object, request, idHeaders(request));
  return answer.kind === 'response'
    ? answer.response
    : failed(visit, answer.error, { because: `of ${object.key}` });
}

/** The answer of the first routing rule that fits. */
function route({ site, request, asked }: Visit, status?: number): HttpResponse | undefined {
  const rule = findRoutingRule(site.website.routingRules, asked, status);
  if (rule === undefined) return undefined;
  const { keyPrefixEquals: prefix, httpErrorCodeReturnedEquals: error, redirect } = rule;
  const when = [
    ...(prefix === undefined ? [] : [`keys that begin with ${toPath(prefix).slice(1)}`]),
    ...(error === undefined ? [] : [`errors with status ${error}`]),
  ];
  const because = `a routing rule for ${when.join(' and ') || 'every request'}`;
  const location = routedLocation(rule, asked, request);
  return redirectResponse(redirect.httpRedirectCode, location, request, because);
}

/** Source: Amazon S3 User Guide, "Configuring a webpage redirect", for an object. */
function sendOn({ key }: StoredObject, to: string, request: HttpRequest): HttpResponse {
  return redirectResponse(301, headerSafe(to), request, `the object ${key} redirects there`);
}

/** `/photos` of a folder with an index document leads to `/photos/`. */
function missingOrFolder(visit: Visit, key: string): Promise<HttpResponse> {
  const { site, request } = visit;
  if (!site.objects.find(`${key}/${site.website.indexDocument}`)) return missing(visit, key);
  const location = `${toPath(key)}/`;
  return Promise.resolve(
    errorPageResponse(errors.RESOURCE_FOUND, request, `to ${location}`, {
      headers: [['Location', location]],
    }),
  );
}

/** Whoever may not list a bucket is not told that a key is missing. */
function missing(visit: Visit, key: string): Promise<HttpResponse> {
  const listable = visit.site.access.mayList({ request: visit.request });
  const error = listable.allowed ? errors.noSuchKey(key) : errors.ACCESS_DENIED;
  return failed(visit, error, {
    because: `no object ${toPath(key)}; ${listable.because}`,
    // A deep link into a single-page app ends here, and all is well.
    briefly: 'S3 answers it where there is no object',
  });
}

/**
 * What a routing rule or the error document makes of an error; AWS's own page where there is neither, or the public may not read it.
 * Source: Amazon S3 User Guide, "Configuring a custom error document".
 */
async function failed(
  visit: Visit,
  error: S3Error,
  { because, briefly = because }: { readonly because: string; readonly briefly?: string },
): Promise<HttpResponse> {
  const { site, request } = visit;
  const routed = route(visit, error.status);
  if (routed !== undefined) return routed;
  const { errorDocument } = site.website;
  if (errorDocument === undefined) return errorPageResponse(error, request, because);
  const readable = site.access.mayRead(errorDocument, { request }).allowed;
  const document = readable ? site.objects.find(errorDocument) : undefined;
  if (!document) {
    const hidden = !readable || !site.access.mayList({ request }).allowed;
    const errorDocumentFailure = hidden ? errors.ACCESS_DENIED : errors.noSuchKey(errorDocument);
    return errorPageResponse(error, request, because, { errorDocumentFailure });
  }
  if (document.websiteRedirect !== undefined) {
    return sendOn(document, document.websiteRedirect, request);
  }
  return errorDocumentResponse(document, error, request, briefly);
}
