import type { AuthModel } from '@gatehouse/auth-model';

import type { CredentialLookup, TemporaryCredentials } from '../../cognito-identity/credentials';
import { sessionArn, sessionKeys, sessionOfCredentials } from '../../cognito-identity/session';
import type { HttpResponse, Service } from '../../http/message';
import { orRebuilt } from '../asset-gone';
import { bucketAccess, type Caller } from '../bucket-access';
import { INTERNAL_ERROR, SLOW_DOWN } from '../s3-error';
import type { StackBucket } from '../stack-buckets';
import { answerRest, type RestBucket, type RestRequest } from './answer-rest';
import { createAuthenticate, type Authentication } from './authenticate';
import { errorResponse, refuseTransport } from './rest-error';

export interface S3RestOptions {
  readonly model: Pick<AuthModel, 'region' | 'accountId' | 'roles'>;
  readonly buckets: readonly StackBucket[];
  readonly credentials: CredentialLookup;
}

/**
 * The REST endpoint of S3, with addresses in path style (`http://localhost:4205/<bucket>/<key>`): requests of the public and signed
 * ones, weighed by the policies of the caller's role and of the bucket. Reading only: whatever would change a bucket answers 501.
 */
export function createS3Rest({ model, buckets, credentials }: S3RestOptions): Service {
  const authenticate = createAuthenticate(model.region, credentials);
  const callerOf = callers(model);
  const byName = new Map(
    buckets.map(({ bucket, objects }): [string, RestBucket] => {
      const { name } = bucket;
      const access = bucketAccess(bucket, 'rest', model);
      return [name, { name, region: model.region, access, objects }];
    }),
  );
  return {
    name: 's3',
    handle: (request): Promise<HttpResponse> => {
      const who = authenticate(request);
      if (who.kind === 'refused') {
        return Promise.resolve(errorResponse(who.error, request, who.because));
      }
      const asked: RestRequest =
        who.kind === 'anonymous'
          ? { request, context: {} }
          : {
              request,
              caller: callerOf(who.credentials),
              context: keysOfSignature(who, request.receivedAtMs),
            };
      return orRebuilt(answerRest(byName, asked), (error, because) =>
        errorResponse(error, request, because),
      );
    },
    refuse: refuseTransport,
    fail: (fault, request) =>
      errorResponse(
        fault === 'throttled' ? SLOW_DOWN : INTERNAL_ERROR,
        request,
        'a fault of the laboratory',
      ),
  };
}

/** The age is of presigned requests. Source: Service Authorization Reference, "Condition keys for Amazon S3". */
function keysOfSignature(
  { placement, timestampMs }: Extract<Authentication, { kind: 'session' }>,
  nowMs: number,
): RestRequest['context'] {
  const version = { 's3:signatureversion': 'AWS4-HMAC-SHA256' };
  if (placement === 'header') return { ...version, 's3:authType': 'REST-HEADER' };
  const age = String(nowMs - timestampMs);
  return { ...version, 's3:authType': 'REST-QUERY-STRING', 's3:signatureAge': age };
}

/** A role that the stack has no more can do nothing by itself. */
function callers({
  roles,
  accountId,
}: S3RestOptions['model']): (credentials: TemporaryCredentials) => Caller {
  const roleByArn = new Map(roles.map((role) => [role.arn, role]));
  return (credentials) => ({
    role: roleByArn.get(credentials.role.arn) ?? { ...credentials.role, policies: [] },
    session: sessionOfCredentials(credentials),
    arn: sessionArn(credentials, accountId),
    context: sessionKeys(credentials),
  });
}
