import type { HttpRequest, HttpResponse } from '../../http/message';
import type { Caller, BucketAccess, AccessAnswer, Visitor } from '../bucket-access';
import { idHeaders } from '../amazon-ids';
import { answerObject } from '../object-answer';
import { MAX_KEY_BYTES, parseObjectKey, toPath } from '../object-key';
import { ACCESS_DENIED, INVALID_URI, keyTooLong, noSuchKey, type S3Error } from '../s3-error';
import type { ObjectList, StoredObject } from '../stored-object';
import { headerSafe } from '../website-redirect';
import { listObjects, type Parameters } from './list-objects';
import { errorResponse, invalidRequest, noSuchBucket, notModelled } from './rest-error';
import { wantsOverrides, withOverrides } from './response-overrides';
import { unmodelledOperation } from './unmodelled-operation';

export interface RestBucket {
  readonly name: string;
  readonly region: string;
  readonly access: BucketAccess;
  readonly objects: ObjectList;
}

/** A request that has shown whose it is. */
export interface RestRequest {
  readonly request: HttpRequest;
  /** Absent: the public. */
  readonly caller?: Caller;
  /** Condition keys of the signature. */
  readonly context: NonNullable<Visitor['context']>;
}

/** Source: Amazon S3 API Reference, "GetObject", "HeadObject", "HeadBucket", "ListObjectsV2"; path-style addresses. */
export async function answerRest(
  buckets: ReadonlyMap<string, RestBucket>,
  asked: RestRequest,
): Promise<HttpResponse> {
  const { request } = asked;
  const target = parseTarget(request.rawPath);
  if ('error' in target) return errorResponse(target.error, request, 'no bucket and key');
  if (request.method === 'OPTIONS')
    return errorResponse(NO_CORS, request, 'no CORS rules are read');
  const parameters: Parameters = new Map(new URLSearchParams(request.rawQuery));
  const unmodelled = unmodelledOperation(request.method, target, parameters);
  if (unmodelled !== undefined) return errorResponse(notModelled(unmodelled), request, unmodelled);
  const bucket = buckets.get(target.bucketName);
  if (bucket === undefined) {
    return errorResponse(noSuchBucket(target.bucketName), request, 'the stack has no such bucket');
  }
  if (target.key !== '') return getObject(bucket, target.key, asked, parameters);
  return request.method === 'HEAD' ? headBucket(bucket, asked) : list(bucket, asked, parameters);
}

/** Source: Amazon S3 User Guide, "Using cross-origin resource sharing (CORS)": a preflight for a bucket without rules. */
const NO_CORS: S3Error = {
  status: 403,
  code: 'AccessForbidden',
  message: 'CORSResponse: CORS is not enabled for this bucket.',
};

type Target = { readonly bucketName: string; readonly key: string } | { readonly error: S3Error };

/** `/bucket/folder/key`. */
function parseTarget(rawPath: string): Target {
  const slash = rawPath.indexOf('/', 1);
  const first = parseObjectKey(slash < 0 ? rawPath : rawPath.slice(0, slash));
  const rest = parseObjectKey(slash < 0 ? '/' : rawPath.slice(slash));
  if (first.kind !== 'key' || rest.kind === 'malformed') return { error: INVALID_URI };
  if (rest.kind === 'too-long') return { error: keyTooLong(rest.bytes, MAX_KEY_BYTES) };
  return { bucketName: first.key, key: rest.key };
}

async function getObject(
  { access, objects }: RestBucket,
  key: string,
  asked: RestRequest,
  parameters: Parameters,
): Promise<HttpResponse> {
  const { request, caller } = asked;
  const readable = access.mayRead(key, asked);
  if (!readable.allowed) return denied(readable, asked);
  if (caller === undefined && wantsOverrides(parameters)) {
    const message = 'Request specific response headers cannot be used for anonymous GET requests.';
    return errorResponse(invalidRequest(message), request, 'an unsigned request sets headers');
  }
  const object = objects.find(key);
  if (object === undefined) {
    const listable = access.mayList(asked);
    if (!listable.allowed) return denied(listable, asked, `no object ${toPath(key)}; `);
    return errorResponse(noSuchKey(key), request, `no object ${toPath(key)}`);
  }
  const headers = [...idHeaders(request), ACCEPT_RANGES, ...redirectOf(object)];
  const answer = await answerObject(withOverrides(object, parameters), request, headers);
  if (answer.kind === 'failed') return errorResponse(answer.error, request, `of ${toPath(key)}`);
  const { response } = answer;
  return { ...response, decision: `${response.decision}: ${readable.because}` };
}

const ACCEPT_RANGES = ['Accept-Ranges', 'bytes'] as const;

/** Only the website follows it. */
function redirectOf({ websiteRedirect }: StoredObject): HttpResponse['headers'] {
  if (websiteRedirect === undefined) return [];
  return [['x-amz-website-redirect-location', headerSafe(websiteRedirect)]];
}

function headBucket({ name, region, access }: RestBucket, asked: RestRequest): HttpResponse {
  const listable = access.mayList(asked);
  if (!listable.allowed) return denied(listable, asked);
  return {
    status: 200,
    headers: [
      ...idHeaders(asked.request),
      ['x-amz-bucket-region', region],
      ['Content-Type', 'application/xml'],
    ],
    body: '',
    decision: `200 bucket ${name}: ${listable.because}`,
  };
}

async function list(
  { name, region, access, objects }: RestBucket,
  asked: RestRequest,
  parameters: Parameters,
): Promise<HttpResponse> {
  const { request } = asked;
  const context = { ...asked.context, ...listingKeys(parameters) };
  const listable = access.mayList({ ...asked, context });
  if (!listable.allowed) return denied(listable, asked);
  const listing = await listObjects(name, objects.all, parameters);
  if (listing.kind === 'failed') return errorResponse(listing.error, request, 'no such listing');
  return {
    status: 200,
    headers: [
      ...idHeaders(request),
      ['x-amz-bucket-region', region],
      ['Content-Type', 'application/xml'],
    ],
    body: listing.xml,
    decision: `200 ${listing.count} of bucket ${name}: ${listable.because}`,
  };
}

/** Source: Service Authorization Reference, "Condition keys for Amazon S3". */
function listingKeys(parameters: Parameters): NonNullable<Visitor['context']> {
  const keys = ['prefix', 'delimiter', 'max-keys'].flatMap((name) => {
    const text = parameters.get(name);
    return text === undefined ? [] : [[`s3:${name}`, text] as const];
  });
  return Object.fromEntries(keys);
}

/** The public is told nothing; a caller, by what it was denied. Source: IAM User Guide, "Troubleshoot access denied error messages". */
function denied(answer: AccessAnswer, { request, caller }: RestRequest, why = ''): HttpResponse {
  const because = why + answer.because;
  if (caller === undefined) return errorResponse(ACCESS_DENIED, request, because);
  const { action, resource, explicitDenyBy: by } = answer;
  const how =
    by === undefined
      ? `because no identity-based policy allows the ${action} action`
      : `with an explicit deny in ${by === 'resource' ? 'a resource-based' : 'an identity-based'} policy`;
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: "${resource}" ${how}`;
  return errorResponse({ ...ACCESS_DENIED, message }, request, because);
}
