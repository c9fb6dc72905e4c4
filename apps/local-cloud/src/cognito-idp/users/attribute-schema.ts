import type { SchemaAttribute, UserPool, UserPoolClient } from '@gatehouse/auth-model';

import { invalidParameter, notAuthorized } from '../refusals';
import type { UserAttributes } from '../store/user-store';

/** Names that every pool knows without Terraform saying so. Source: "Standard attributes", Cognito developer guide. */
const STANDARD_ATTRIBUTES = [
  'address',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
] as const;

/** Written by Cognito itself, and by administrators. */
const RESERVED_ATTRIBUTES = ['sub', 'email_verified', 'phone_number_verified', 'identities'];

const MAX_LENGTH = 2048;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)*$/u;
const PHONE_NUMBER = /^\+\d{1,15}$/;

/** @throws AwsError NotAuthorizedException when a user of this client may not set one of them. */
export function assertWritable(client: UserPoolClient, names: Iterable<string>): void {
  const { writeAttributes } = client;
  for (const name of names) {
    const isWritable =
      !RESERVED_ATTRIBUTES.includes(name) && (writeAttributes?.includes(name) ?? true);
    if (isWritable) continue;
    throw notAuthorized('A client attempted to write unauthorized attribute', `"${name}"`);
  }
}

/** @throws AwsError InvalidParameterException with a line for each attribute that does not fit the pool's schema. */
export function assertFitsSchema(pool: Pick<UserPool, 'schema'>, attributes: UserAttributes): void {
  const schema = effectiveSchema(pool);
  const missing = [...schema.values()]
    .filter(({ name, required }) => required && name !== 'sub' && !attributes.get(name))
    .map(({ name }) => `${name}: The attribute is required`);
  const unfit = [...attributes].flatMap(([name, value]) => {
    const attribute = schema.get(name);
    const problem = findProblem(attribute, value);
    const isSaid = problem === undefined || (attribute?.required === true && value === '');
    return isSaid ? [] : [`${name}: ${problem}`];
  });
  const problems = [...missing, ...unfit].map((problem) => `${problem}\n`);
  if (problems.length > 0) {
    throw invalidParameter(`Attributes did not conform to the schema: ${problems.join('')}`);
  }
  const email = attributes.get('email');
  if (email && !EMAIL.test(email)) throw invalidParameter('Invalid email address format.');
  const phone = attributes.get('phone_number');
  if (phone && !PHONE_NUMBER.test(phone)) throw invalidParameter('Invalid phone number format.');
}

function effectiveSchema(pool: Pick<UserPool, 'schema'>): ReadonlyMap<string, SchemaAttribute> {
  const standard = STANDARD_ATTRIBUTES.map(
    (name): SchemaAttribute => ({
      name,
      type: name === 'updated_at' ? 'Number' : 'String',
      required: false,
      mutable: true,
    }),
  );
  const birthdate: SchemaAttribute = {
    name: 'birthdate',
    type: 'String',
    required: false,
    mutable: true,
    minLength: 10,
    maxLength: 10,
  };
  const all = [...standard, birthdate, ...pool.schema];
  return new Map(all.map((attribute) => [attribute.name, attribute]));
}

function findProblem(attribute: SchemaAttribute | undefined, value: string): string | undefined {
  if (attribute === undefined) return 'Attribute does not exist in the schema.';
  const { type, minLength = 0, maxLength = MAX_LENGTH } = attribute;
  if (type === 'Number' && !/^-?\d+$/.test(value)) return 'Attribute is not a number';
  if (type === 'Boolean' && !['true', 'false'].includes(value)) return 'Attribute is not a boolean';
  if (type === 'DateTime' && Number.isNaN(Date.parse(value))) return 'Attribute is not a date';
  if (type !== 'String') return undefined;
  if (value.length < minLength) return `String must be no shorter than ${minLength} characters`;
  if (value.length > maxLength) return `String must be no longer than ${maxLength} characters`;
  return undefined;
}
