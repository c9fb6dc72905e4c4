/**
 * What a stack that a pull request brings may hold before `terraform plan` sees it with credentials. A plan runs providers, reads
 * whatever data sources name, and evaluates functions: each of these could carry something out in the review's own text.
 */

/**
 * Sections of a stack that only declare. `module`, `import`, `check`, `ephemeral` and `variable` fetch, read or take from outside.
 * `moved` and `removed` say what becomes of what is in the state: the plan shows it, and the review judges it.
 */
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

/** No `cloud`, `provider_meta`, `experiments` and whatever comes later. */
export const ALLOWED_SETTINGS = ['backend', 'required_providers', 'required_version'] as const;

/** The one provider, by the name that the base branch's `required_providers` gives it, and the types that are its own. */
export const ALLOWED_PROVIDER = 'aws';
export const ALLOWED_RESOURCE_TYPES = /^aws_[a-z0-9_]+$/;

/** What says where, and nothing about who: no role to assume, no endpoint, no file, no proxy. */
export const ALLOWED_PROVIDER_ARGUMENTS = [
  'alias',
  'region',
  'default_tags',
  'ignore_tags',
  'allowed_account_ids',
] as const;

/** It becomes part of the name of the host that gets the credentials. Source: AWS General Reference, "Regional endpoints". */
export const ALLOWED_REGIONS = /^[a-z]{2,3}(?:-[a-z]+){1,3}-\d{1,2}$/;

/** Data sources that tell nothing which the plan does not hold anyway. No parameter, secret, object or remote state. */
export const ALLOWED_DATA_SOURCES = [
  'aws_caller_identity',
  'aws_iam_policy_document',
  'aws_partition',
  'aws_region',
] as const;

/** Source: Terraform language, "The lifecycle Meta-Argument". */
export const ALLOWED_LIFECYCLE = [
  '//',
  'create_before_destroy',
  'prevent_destroy',
  'ignore_changes',
  'replace_triggered_by',
  'precondition',
  'postcondition',
] as const;

/** Source: Terraform language, "Output Values". */
export const ALLOWED_OUTPUT = [
  '//',
  'value',
  'description',
  'sensitive',
  'depends_on',
  'precondition',
] as const;

/** Functions of texts, numbers and lists. None reads a file, the environment or the clock, and none evaluates a text. */
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

/** Blocks that run programs or open connections: refused wherever a member of this name stands, `dynamic` blocks included. */
export const REFUSED_NAMES = ['provisioner', 'connection'] as const;
