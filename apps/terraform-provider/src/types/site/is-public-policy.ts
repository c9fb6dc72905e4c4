import type { Settled, SettledValues } from '../../resource/values';
import { isValues, listOf } from '../reading';

/**
 * Whether S3 counts a bucket policy as public: it allows anyone, and no condition binds that to fixed values.
 * Source: S3 User Guide, "Blocking public access to your Amazon S3 storage", "The meaning of 'public'".
 */
export function isPublicPolicy(document: SettledValues): boolean {
  return listOf(document.Statement).filter(isValues).some(isPublicStatement);
}

function isPublicStatement(statement: SettledValues): boolean {
  if (statement.Effect !== 'Allow') return false;
  return allowsAnyone(statement) && !isBound(statement.Condition);
}

function allowsAnyone(statement: SettledValues): boolean {
  if (statement.NotPrincipal !== undefined) return true;
  const principal = statement.Principal;
  return principal === '*' || (isValues(principal) && listOf(principal.AWS).includes('*'));
}

const BINDING_KEYS = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

const BINDING_OPERATORS = new Set([
  'arnequals',
  'arnlike',
  'ipaddress',
  'stringequals',
  'stringequalsignorecase',
  'stringlike',
]);

function isBound(condition: Settled | undefined): boolean {
  if (!isValues(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      BINDING_OPERATORS.has(operator.toLowerCase()) &&
      isValues(keys) &&
      Object.entries(keys).some(
        ([key, values]) => BINDING_KEYS.has(key.toLowerCase()) && listOf(values).every(isFixed),
      ),
  );
}

function isFixed(value: Settled): boolean {
  return (
    typeof value === 'string' &&
    !/[*?]|\$\{/.test(value) &&
    value !== '0.0.0.0/0' &&
    value !== '::/0'
  );
}
