import type { BlockReader } from '../block-reader';
import { asNumber, asOneOf } from '../json-types';
import type { SchemaAttribute } from '../model-identity';
import { withoutUndefined } from '../without-undefined';

/** Attributes that every pool has; all others are custom ones. Source: OpenID Connect Core 1.0, section 5.1; Cognito Developer Guide, "Working with user attributes". */
const STANDARD_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['address', 'birthdate', 'email', 'email_verified', 'family_name', 'gender', 'given_name'],
  ...['locale', 'middle_name', 'name', 'nickname', 'phone_number', 'phone_number_verified'],
  ...['picture', 'preferred_username', 'profile', 'sub', 'updated_at', 'website', 'zoneinfo'],
]);

const TYPE = asOneOf('String', 'Number', 'DateTime', 'Boolean');

/** Source: Cognito user pools API reference, "SchemaAttributeType". The provider sends false for flags that are left out. */
export function readSchemaAttribute(block: BlockReader): SchemaAttribute {
  const name = block.text('name');
  const text = block.block('string_attribute_constraints');
  const number = block.block('number_attribute_constraints');
  if (block.boolean('developer_only_attribute', false)) {
    block.reportUnsupported(
      'developer_only_attribute',
      'attributes that only developers may write are treated as custom ones',
    );
  }
  const attribute: SchemaAttribute = {
    name: STANDARD_ATTRIBUTES.has(name) ? name : `custom:${name}`,
    type: block.attempt(
      'attribute_data_type',
      () => block.required('attribute_data_type', TYPE),
      () => 'String',
    ),
    required: block.boolean('required', false),
    mutable: block.boolean('mutable', false),
    ...withoutUndefined({
      minLength: text?.optional('min_length', asNumber),
      maxLength: text?.optional('max_length', asNumber),
      minValue: number?.optional('min_value', asNumber),
      maxValue: number?.optional('max_value', asNumber),
    }),
  };
  for (const read of [block, text, number]) read?.end();
  return attribute;
}
