import type { Check, ResourceFacts } from '../../resource/resource-facts';
import { generatedName, prefixOfName } from '../generated-name';
import { textOf } from '../reading';
import { functionOf, permittedFunction } from './permitted-function';
import { resourcePolicyStatement } from './resource-policy-statement';

/** Source: Lambda Developer Guide, "Lambda quotas": function resource-based policy. */
const MAX_BYTES = 20_480;

const functionExists: Check = (values, cloud) =>
  permittedFunction(values, cloud) === undefined
    ? `ResourceNotFoundException: Function not found: ${functionOf(values, cloud).arn}`
    : undefined;

/** Source: Lambda API Reference, AddPermission. */
const isWellFormed: Check = (values) => {
  const action = textOf(values, 'action') ?? '';
  if (!/^(lambda:[*]|lambda:[a-zA-Z]+|[*])$/.test(action)) {
    return constraint('action', action, '(lambda:[*]|lambda:[a-zA-Z]+|[*])');
  }
  const statement = textOf(values, 'statement_id') ?? 'generated';
  return /^[\w-]{1,100}$/.test(statement)
    ? undefined
    : constraint('statementId', statement, '([a-zA-Z0-9-_]+)');
};

/** One statement per permission: a function takes some seventy, then no route more. */
const fitsIntoThePolicy: Check = (values, cloud) => {
  const { arn } = functionOf(values, cloud);
  const others = cloud
    .all('aws_lambda_permission')
    .filter((other) => functionOf(other, cloud).arn === arn)
    .filter((other) => other.statement_id !== values.statement_id);
  const statements = [...others, values].map((it) => resourcePolicyStatement(it, arn));
  const policy = { Version: '2012-10-17', Id: 'default', Statement: statements };
  const bytes = Buffer.byteLength(JSON.stringify(policy));
  return bytes > MAX_BYTES
    ? `PolicyLengthExceededException: The final policy size (${bytes}) is bigger than the limit (${MAX_BYTES}).`
    : undefined;
};

export const lambdaPermission: ResourceFacts = {
  type: 'aws_lambda_permission',
  source:
    'hashicorp/terraform-provider-aws internal/service/lambda/permission.go at 04592f0 (weeks after v6.25.0: invoked_via_function_url is younger)',
  optionalComputed: ['statement_id', 'statement_id_prefix'],
  forceNew: [
    'action',
    'event_source_token',
    'function_name',
    'function_url_auth_type',
    'principal',
    'principal_org_id',
    'qualifier',
    'source_account',
    'source_arn',
    'statement_id',
    'statement_id_prefix',
  ],
  allowed: { function_url_auth_type: ['AWS_IAM', 'NONE'] },
  within: 'function_name',
  conflict: (unique) =>
    `ResourceConflictException: The statement id (${unique.slice(unique.lastIndexOf('/') + 1)}) provided already exists. ` +
    'Please provide a new statement id, or remove the existing statement.',
  create(values, cloud) {
    const statement = generatedName(values, cloud, {
      name: 'statement_id',
      prefix: 'statement_id_prefix',
    });
    return {
      id: statement,
      statement_id: statement,
      statement_id_prefix: prefixOfName(statement),
    };
  },
  checks: [isWellFormed, functionExists, fitsIntoThePolicy],
  // Of a version or an alias, `FUNCTION:QUALIFIER/STATEMENT`: the qualifier is an argument of its own.
  importId: (named) => named.replace(/:[^:/]+\//, '/'),
};

function constraint(field: string, value: string, pattern: string): string {
  return (
    `ValidationException: 1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ` +
    `Member must satisfy regular expression pattern: ${pattern}`
  );
}
