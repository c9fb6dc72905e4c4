import {
  authorizeSession,
  placeKeys,
  requestKeys,
  unknownKeys,
  type AuthModel,
  type Bucket,
  type SessionRole,
  type Session,
} from '@gatehouse/auth-model';
import {
  ANONYMOUS,
  describeDecision,
  evaluate,
  type AccessRequest,
  type Decision,
} from '@gatehouse/iam';

import { header, type HttpRequest } from '../http/message';
import { isPublicPolicy } from './is-public-policy';

type Context = AccessRequest['context'];

type Endpoint = 'website' | 'rest';

/** May they do it, and why. */
export interface AccessAnswer {
  readonly allowed: boolean;
  /** For the log line: `the public statement PublicRead of policy of bucket … allows`. */
  readonly because: string;
  readonly action: string;
  readonly resource: string;
  /** What denies in so many words: a policy of the bucket, or of whoever asks. */
  readonly explicitDenyBy?: 'resource' | 'identity';
}

/** A session whose signature has been verified. */
export interface Caller {
  readonly role: SessionRole;
  readonly session: Session;
  /** `arn:aws:sts::…:assumed-role/…`. */
  readonly arn: string;
  /** Condition keys of the session. */
  readonly context: Context;
}

export interface Visitor {
  readonly request: HttpRequest;
  /** @default the public: the request is not signed */
  readonly caller?: Caller;
  /** Condition keys of the operation: `s3:prefix`. */
  readonly context?: Context;
}

/** What a request may do to a bucket. */
export interface BucketAccess {
  mayRead(key: string, visitor: Visitor): AccessAnswer;
  /** Whether they may list the bucket, and so learn that a key is missing. */
  mayList(visitor: Visitor): AccessAnswer;
}

/**
 * Decides with the bucket's policy, as far as its public access block lets the policy count, and with those of the caller.
 * @param endpoint whose transport counts: websites speak plain HTTP; the REST endpoint is secure, as clients on AWS have it, so that a
 *   policy decides alike in both places
 */
export function bucketAccess(
  bucket: Bucket,
  endpoint: Endpoint,
  place: Pick<AuthModel, 'region' | 'accountId'>,
): BucketAccess {
  const blocked = whyBlocked(bucket);
  const settled = settledKeys(endpoint, place);
  const decide = (action: string, resource: string, visitor: Visitor): AccessAnswer => {
    const context = { ...settled, ...keysOfRequest(visitor.request), ...visitor.context };
    const asked = { action, resource, context };
    return visitor.caller === undefined
      ? forThePublic(bucket, asked, blocked)
      : forCaller(bucket, asked, visitor.caller, blocked);
  };
  return {
    mayRead: (key, visitor) => decide('s3:GetObject', `${bucket.arn}/${key}`, visitor),
    mayList: (visitor) => decide('s3:ListBucket', bucket.arn, visitor),
  };
}

function forThePublic(
  bucket: Bucket,
  asked: AccessRequest,
  blocked: Blocked | undefined,
): AccessAnswer {
  const { action, resource } = asked;
  if (blocked !== undefined) return { allowed: false, because: blocked.because, action, resource };
  if (bucket.policy === undefined) {
    return { allowed: false, because: `bucket ${bucket.name} has no policy`, action, resource };
  }
  const decision = evaluate([ownPolicy(bucket, bucket.policy)], {
    ...asked,
    context: { ...PUBLIC_KEYS, ...asked.context },
    isUnknownKey: unknownKeys('public', 'asked'),
    principal: ANONYMOUS,
  });
  return toAnswer(decision, asked, bucket, 'the public');
}

/** What the policy grants to the public counts for them too, as nobody of the account is the public. */
function forCaller(
  bucket: Bucket,
  asked: AccessRequest,
  { role, session, context }: Caller,
  blocked: Blocked | undefined,
): AccessAnswer {
  const { policy } = bucket;
  const counts = policy !== undefined && blocked?.how !== 'refused';
  const decision = authorizeSession({
    ...asked,
    role,
    session,
    context: { ...asked.context, ...context },
    ...(counts && { own: ownPolicy(bucket, policy) }),
  });
  return toAnswer(decision, asked, bucket, `role ${role.name}`);
}

function toAnswer(
  decision: Decision,
  { action, resource }: AccessRequest,
  bucket: Bucket,
  subject: string,
): AccessAnswer {
  const described = describeDecision(decision, { action, resource: encodeURI(resource) });
  const answer = {
    allowed: decision.effect === 'allow',
    because: `${subject} ${described}`,
    action,
    resource,
  };
  if (decision.effect !== 'deny' || decision.kind !== 'explicit') return answer;
  const isOwn = decision.by.policy === policyName(bucket);
  return { ...answer, explicitDenyBy: isOwn ? 'resource' : 'identity' };
}

function ownPolicy(bucket: Bucket, document: NonNullable<Bucket['policy']>) {
  return { name: policyName(bucket), document };
}

function policyName({ name }: Bucket): string {
  return `policy of bucket ${name}`;
}

interface Blocked {
  /** `refused`: AWS would not have stored the policy. `ignored`: it counts for the account alone. */
  readonly how: 'refused' | 'ignored';
  readonly because: string;
}

/**
 * Why a policy that S3 takes for public does not count. AWS refuses to store it under BlockPublicPolicy and ignores it under
 * RestrictPublicBuckets: either way the public gets nothing.
 * Source: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage".
 */
function whyBlocked({ name, policy, publicAccessBlock: block }: Bucket): Blocked | undefined {
  if (policy?.kind !== 'known' || !isPublicPolicy(policy.value)) return undefined;
  const refused = (because: string): Blocked => ({ how: 'refused', because });
  if (!block) {
    return refused(
      `bucket ${name} has no aws_s3_bucket_public_access_block, and new buckets refuse public policies`,
    );
  }
  if (block.blockPublicPolicy) {
    return refused(`block_public_policy of bucket ${name} refuses its public policy`);
  }
  if (!block.restrictPublicBuckets) return undefined;
  const because = `restrict_public_buckets of bucket ${name} ignores its public policy`;
  return { how: 'ignored', because };
}

/** Source: IAM User Guide, "IAM policy elements: Variables and tags", principal key values, and `aws:PrincipalAccount`. */
const PUBLIC_KEYS: Context = {
  'aws:PrincipalAccount': 'anonymous',
  'aws:PrincipalType': 'Anonymous',
  'aws:userid': 'anonymous',
};

/**
 * What is the same for every request. S3 and the clients of today agree on TLS 1.3.
 * Source: Service Authorization Reference, "Condition keys for Amazon S3".
 */
function settledKeys(
  endpoint: Endpoint,
  { region, accountId }: Pick<AuthModel, 'region' | 'accountId'>,
): Context {
  const isSecure = endpoint === 'rest';
  return {
    ...placeKeys({ region, accountId, isSecure }),
    's3:ResourceAccount': accountId,
    ...(isSecure && { 's3:TlsVersion': '1.3' }),
  };
}

/** Source: Service Authorization Reference, "Condition keys for Amazon S3". */
function keysOfRequest(request: HttpRequest): Context {
  const contentHash = header(request, 'x-amz-content-sha256');
  return {
    ...requestKeys({
      atMs: request.receivedAtMs,
      sourceIp: request.sourceIp.replace(/^::ffff:(?=\d+\.)/, ''),
      userAgent: header(request, 'user-agent'),
      referer: header(request, 'referer'),
    }),
    ...(contentHash !== undefined && { 's3:x-amz-content-sha256': contentHash }),
  };
}
