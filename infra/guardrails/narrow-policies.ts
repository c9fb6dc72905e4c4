import { asList, asRecord, type JsonResource, type StackJson } from './stack-json';

/** An ARN of this stack, and what may follow it: a path without wildcards, or … */
const OWN_ARN = /^\$\{aws_[a-z0-9_]+\.[\w-]+\.(arn|execution_arn)\}/;
/** … a method, whose path parameters are `*`; stage and verb are always named. */
const METHOD = /^\$\{[^}]+\.execution_arn\}\/[a-z0-9]+\/[A-Z]+\/[^?]*$/;
/** … the streams of one log group, whose names Lambda makes up. */
const LOG_STREAMS = /^\$\{aws_cloudwatch_log_group\.[^}]+\.arn\}:\*$/;
/** … the objects of one bucket. */
const OBJECTS = /^\$\{aws_s3_bucket\.[^}]+\.arn\}\/\*$/;

const CLAIMS = 'cognito-identity.amazonaws.com';

/** Policies name what they allow: no `*` for an action, and for a resource only where AWS leaves no other way. */
export function narrowPolicies(stack: StackJson): readonly string[] {
  return [
    ...stack.ofType('aws_iam_role_policy').flatMap((it) => inPolicy(it, 'policy', permission)),
    ...stack.ofType('aws_s3_bucket_policy').flatMap((it) => inPolicy(it, 'policy', everyoneReads)),
    ...stack.ofType('aws_iam_role').flatMap((it) => inPolicy(it, 'assume_role_policy', trust)),
  ];
}

type Statement = Readonly<Record<string, unknown>>;
type Check = (statement: Statement) => readonly string[];

function inPolicy(resource: JsonResource, field: string, check: Check): readonly string[] {
  const text = resource.body[field];
  if (typeof text !== 'string') return [`${resource.address}: ${field} is no text`];
  const document: unknown = JSON.parse(text);
  return asList(asRecord(document).Statement)
    .map(asRecord)
    .flatMap((statement) => [...common(statement), ...check(statement)])
    .map((problem) => `${resource.address}: ${problem}`);
}

/** Anything but a plain "Allow … Action" would need reading twice. */
function common(statement: Statement): readonly string[] {
  return [
    ...(statement.Sid === undefined ? ['a statement without a Sid'] : []),
    ...(statement.Effect === 'Allow' ? [] : ['only Allow: what is not allowed is refused']),
    ...['NotAction', 'NotResource', 'NotPrincipal']
      .filter((key) => key in statement)
      .map((key) => `${key} allows what nobody listed`),
    ...asList(statement.Action)
      .map(String)
      .filter((action) => /[*?]/.test(action))
      .map((action) => `the action "${action}" is not named in full`),
  ];
}

function permission(statement: Statement): readonly string[] {
  return asList(statement.Resource)
    .map(String)
    .filter((resource) => !isNarrow(resource))
    .map((resource) => `the resource "${resource}" is wider than it must be`);
}

function isNarrow(resource: string): boolean {
  const rest = resource.replace(OWN_ARN, '');
  if (rest === resource) return false;
  return !/[*?]/.test(rest) || METHOD.test(resource) || LOG_STREAMS.test(resource);
}

function everyoneReads(statement: Statement): readonly string[] {
  const readsObjects =
    statement.Action === 's3:GetObject' && OBJECTS.test(String(statement.Resource));
  return readsObjects ? [] : ['a website lets everyone read its objects, and no more'];
}

/** A role for Cognito names the pool that may hand it out, and to whom. */
function trust(statement: Statement): readonly string[] {
  if (statement.Action !== 'sts:AssumeRoleWithWebIdentity') return serviceTrust(statement);
  const { StringEquals, 'ForAnyValue:StringLike': anyValue } = asRecord(statement.Condition);
  const audience = String(asRecord(StringEquals)[`${CLAIMS}:aud`]);
  const amr = asRecord(anyValue)[`${CLAIMS}:amr`];
  return [
    ...(/^\$\{aws_cognito_identity_pool\.[^}]+\.id\}$/.test(audience)
      ? []
      : ['trusts every identity pool: it must name one in aud']),
    ...(amr === 'authenticated' || amr === 'unauthenticated'
      ? []
      : ['must say in amr whether it is for people who signed in']),
  ];
}

function serviceTrust(statement: Statement): readonly string[] {
  const { Service: service } = asRecord(statement.Principal);
  const isOneService = typeof service === 'string' && service.endsWith('.amazonaws.com');
  return statement.Action === 'sts:AssumeRole' && isOneService
    ? []
    : ['trusts more than a service'];
}
