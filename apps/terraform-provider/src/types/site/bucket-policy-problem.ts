import type { Cloud } from '../../resource/cloud';
import type { SettledValues } from '../../resource/values';
import { isValues, jsonObjectOf, listOf } from '../reading';
import { isPublicPolicy } from './is-public-policy';

/** Why S3 would refuse a policy on a bucket, in the words of its PutBucketPolicy. */
export function bucketPolicyProblem(
  bucket: string,
  policy: string,
  cloud: Cloud,
): string | undefined {
  const document = jsonObjectOf(policy);
  if (document === undefined)
    return `MalformedPolicy: Policies must be valid JSON and the first byte must be '{'`;
  const statements = listOf(document.Statement).filter(isValues);
  if (statements.length === 0) return 'MalformedPolicy: Missing required field Statement';
  return (
    firstProblem(statements, statementProblem) ??
    firstProblem(statements, (statement) => resourceProblem(statement, bucket)) ??
    publicProblem(bucket, document, cloud)
  );
}

function firstProblem(
  statements: readonly SettledValues[],
  problemOf: (statement: SettledValues) => string | undefined,
): string | undefined {
  return statements.map(problemOf).find((problem) => problem !== undefined);
}

function statementProblem(statement: SettledValues): string | undefined {
  const missing = [
    ['Principal', 'NotPrincipal'],
    ['Action', 'NotAction'],
    ['Resource', 'NotResource'],
    ['Effect'],
  ].find((fields) => fields.every((field) => statement[field] === undefined));
  return missing === undefined
    ? undefined
    : `MalformedPolicy: Missing required field ${missing.join(' or ')}`;
}

const OBJECT_ACTION = /^s3:(get|put|delete)object/i;

function resourceProblem(statement: SettledValues, bucket: string): string | undefined {
  const resources = listOf(statement.Resource).filter((resource) => typeof resource === 'string');
  const foreign = resources.find((resource) => isOfAnotherBucket(resource, bucket));
  if (foreign !== undefined)
    return `MalformedPolicy: Policy has invalid resource: "${foreign}" on bucket "${bucket}"`;
  const actions = listOf(statement.Action).filter((action) => typeof action === 'string');
  const onObjects = actions.length > 0 && actions.every((action) => OBJECT_ACTION.test(action));
  const onlyBuckets =
    resources.length > 0 && resources.every((resource) => resource === `arn:aws:s3:::${bucket}`);
  if (!onObjects || !onlyBuckets) return undefined;
  return `MalformedPolicy: Action does not apply to any resource(s) in statement: "${actions.join(', ')}" needs "arn:aws:s3:::${bucket}/*"`;
}

function isOfAnotherBucket(resource: string, bucket: string): boolean {
  const named = /^arn:aws:s3:::([^/]+)/.exec(resource)?.[1];
  if (named === undefined) return resource !== '*';
  return !/[*?]|\$\{/.test(named) && named !== bucket;
}

/** A new bucket blocks public policies until a public access block says otherwise. Source: S3 User Guide, same page, since April 2023. */
function publicProblem(bucket: string, document: SettledValues, cloud: Cloud): string | undefined {
  const blocks =
    cloud.find('aws_s3_bucket_public_access_block', bucket)?.block_public_policy ?? true;
  if (blocks !== true || !isPublicPolicy(document)) return undefined;
  return (
    `AccessDenied: User: arn:aws:iam::${cloud.accountId}:root is not authorized to perform: s3:PutBucketPolicy on resource: ` +
    `"arn:aws:s3:::${bucket}" because public policies are blocked by the BlockPublicPolicy block public access setting`
  );
}
