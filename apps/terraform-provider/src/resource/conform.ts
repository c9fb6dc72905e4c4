import type { AttributeSchema, BlockSchema } from '../schema/schema';
import { isObject, type Value, type Values } from './values';

/** An object in the shape of its schema: every name is there, numbers are numbers, and nothing else is. */
export function conform(
  schema: BlockSchema,
  values: Readonly<Record<string, Value | undefined>>,
): Values {
  const attributes = Object.entries(schema.attributes).map(([name, attribute]): [string, Value] => [
    name,
    conformAttribute(attribute, values[name] ?? null),
  ]);
  const blocks = Object.entries(schema.blocks).map(
    ([name, { nesting, block }]): [string, Value] => {
      const value = values[name] ?? null;
      if (nesting === 'single') return [name, isObject(value) ? conform(block, value) : null];
      const items = Array.isArray(value) ? (value as readonly Value[]) : [];
      return [name, items.map((item) => (isObject(item) ? conform(block, item) : item))];
    },
  );
  return Object.fromEntries([...attributes, ...blocks]);
}

/** Terraform writes a number that no float holds exactly as text. */
function conformAttribute({ type }: AttributeSchema, value: Value): Value {
  return type === 'number' && typeof value === 'string' ? Number(value) : value;
}
