import type { Bucket } from '@gatehouse/auth-model';
import { ANONYMOUS, describeDecision, evaluate } from '@gatehouse/iam';
import type { AccessRequest, NamedPolicy } from '@gatehouse/iam';

import { header } from '../http/message';
import type { HttpRequest } from '../http/message';
import { isPublicPolicy } from './is-public-policy';

/** May the public do it, and why. */
interface AccessAnswer {
  readonly allowed: boolean;
  /** For the log line: `statement PublicRead of policy of bucket … allows`. */
  readonly because: string;
}

/** What an unsigned request may do to a bucket; website requests are never signed. */
export interface BucketAccess {
  mayRead(key: string, request: HttpRequest): AccessAnswer;
  /** Whether the public may learn that a key is missing. */
  mayList(request: HttpRequest): AccessAnswer;
}

/** Decides with the bucket's policy, as far as its public access block lets the policy count. */
export function bucketAccess(bucket: Bucket): BucketAccess {
  const blocked = whyBlocked(bucket);
  const policies: readonly NamedPolicy[] = bucket.policy
    ? [{ name: `policy of bucket ${bucket.name}`, document: bucket.policy }]
    : [];
  const decide = (action: string, resource: string, request: HttpRequest): AccessAnswer => {
    if (blocked !== undefined) return { allowed: false, because: blocked };
    const context = contextOf(request);
    const asked: AccessRequest = { action, resource, principal: ANONYMOUS, context };
    const decision = evaluate(policies, asked);
    const because =
      policies.length === 0
        ? `bucket ${bucket.name} has no policy`
        : `the public ${describeDecision(decision, { action, resource: encodeURI(resource) })}`;
    return { allowed: decision.effect === 'allow', because };
  };
  return {
    mayRead: (key, request) => decide('s3:GetObject', `${bucket.arn}/${key}`, request),
    mayList: (request) => decide('s3:ListBucket', bucket.arn, request),
  };
}

/**
 * Why a policy that S3 takes for public does not count. AWS refuses to store it under BlockPublicPolicy and ignores it under
 * RestrictPublicBuckets: either way the public gets nothing.
 * Source: Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage".
 */
function whyBlocked({ name, policy, publicAccessBlock: block }: Bucket): string | undefined {
  if (policy?.kind !== 'known' || !isPublicPolicy(policy.value)) return undefined;
  if (!block) {
    return `bucket ${name} has no aws_s3_bucket_public_access_block, and new buckets refuse public policies`;
  }
  if (block.blockPublicPolicy)
    return `block_public_policy of bucket ${name} refuses its public policy`;
  if (block.restrictPublicBuckets) {
    return `restrict_public_buckets of bucket ${name} ignores its public policy`;
  }
  return undefined;
}

/** Source: Service Authorization Reference, "Condition keys for Amazon S3"; the website endpoint speaks plain HTTP only. */
function contextOf(request: HttpRequest): AccessRequest['context'] {
  const referer = header(request, 'referer');
  const userAgent = header(request, 'user-agent');
  return {
    'aws:SourceIp': request.sourceIp.replace(/^::ffff:(?=\d+\.)/, ''),
    'aws:SecureTransport': 'false',
    'aws:CurrentTime': new Date(request.receivedAtMs).toISOString(),
    'aws:EpochTime': String(Math.floor(request.receivedAtMs / 1000)),
    ...(referer !== undefined && { 'aws:Referer': referer }),
    ...(userAgent !== undefined && { 'aws:UserAgent': userAgent }),
  };
}
