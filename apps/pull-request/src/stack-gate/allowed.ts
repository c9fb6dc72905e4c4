/**
 * What a stack that a pull request brings may hold before `terraform plan` sees it with credentials. A plan runs providers, reads
 * whatever data sources name, and evaluates functions: each of these could carry something out in the review's own text.
 */

/** Sections of a stack that only declare. `module`, `import`, `check`, `ephemeral` and `variable` fetch, read or take from outside. */
export const ALLOWED_SECTIONS = [
  '//',
  'terraform',
  'provider',
  'resource',
  'data',
  'output',
  'locals',
  'moved',
  'removed',
] as const;

/** The one provider; its version is the base branch's, given to the gate. */
export const ALLOWED_PROVIDER_SOURCES = ['aws', 'hashicorp/aws'] as const;

/** What says where, and nothing about who: no role to assume, no endpoint, no file, no proxy. */
export const ALLOWED_PROVIDER_ARGUMENTS = [
  'alias',
  'region',
  'default_tags',
  'ignore_tags',
  'allowed_account_ids',
] as const;

/** Data sources that tell nothing which the plan does not hold anyway. No parameter, secret, object or remote state. */
export const ALLOWED_DATA_SOURCES = [
  'aws_caller_identity',
  'aws_iam_policy_document',
  'aws_partition',
  'aws_region',
] as const;

/** Functions of texts, numbers and lists. None reads a file, the environment or the clock. */
export const ALLOWED_FUNCTIONS = [
  'abs',
  'base64encode',
  'base64sha256',
  'coalesce',
  'compact',
  'concat',
  'contains',
  'distinct',
  'element',
  'flatten',
  'format',
  'formatlist',
  'join',
  'jsonencode',
  'keys',
  'length',
  'lookup',
  'lower',
  'md5',
  'merge',
  'regex',
  'replace',
  'sha1',
  'sha256',
  'slice',
  'sort',
  'split',
  'substr',
  'toset',
  'tolist',
  'tomap',
  'tonumber',
  'tostring',
  'trim',
  'trimprefix',
  'trimsuffix',
  'trimspace',
  'try',
  'upper',
  'values',
  'zipmap',
] as const;

/** Meta-arguments of a resource that run programs or open connections. */
export const REFUSED_META_ARGUMENTS = ['provisioner', 'connection'] as const;
