import type { AttributeSchema, BlockSchema, NestedBlockSchema } from '../schema/schema';
import {
  toWireType,
  type WireAttribute,
  type WireBlock,
  type WireNestedBlock,
  type WireSchema,
} from './messages';

const NESTINGS = { list: 'LIST', set: 'SET', single: 'SINGLE' } as const;

/** A schema as Terraform asks for it. `version` is that of the state's layout. */
export function toWireSchema(block: BlockSchema, version: number): WireSchema {
  return { version, block: toWireBlock(block) };
}

function toWireBlock({ attributes, blocks }: BlockSchema): WireBlock {
  return {
    version: 0,
    attributes: Object.entries(attributes).map(([name, it]) => toWireAttribute(name, it)),
    block_types: Object.entries(blocks).map(([name, it]) => toWireNestedBlock(name, it)),
  };
}

function toWireAttribute(name: string, attribute: AttributeSchema): WireAttribute {
  return {
    name,
    type: toWireType(attribute.type),
    required: attribute.required ?? false,
    optional: attribute.optional ?? false,
    computed: attribute.computed ?? false,
    sensitive: attribute.sensitive ?? false,
  };
}

function toWireNestedBlock(name: string, nested: NestedBlockSchema): WireNestedBlock {
  return {
    type_name: name,
    block: toWireBlock(nested.block),
    nesting: NESTINGS[nested.nesting],
    min_items: nested.minItems ?? 0,
    max_items: nested.maxItems ?? 0,
  };
}
