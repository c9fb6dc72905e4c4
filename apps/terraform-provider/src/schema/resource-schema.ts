import type { AttributePath } from '../resource/resource-facts';
import type { AttributeSchema, BlockSchema, NestedBlockSchema } from './schema';

/** What is known of a type beyond what can be extracted. */
export interface SchemaFacts {
  readonly optionalComputed?: readonly AttributePath[];
  readonly sensitive?: readonly AttributePath[];
  readonly items?: Readonly<Record<AttributePath, readonly [number, number]>>;
}

/** The extracted schema with the facts laid over it. @throws Error when a fact names a path that the schema does not have */
export function withFacts(type: string, block: BlockSchema, facts: SchemaFacts): BlockSchema {
  const unused = new Set([
    ...(facts.optionalComputed ?? []),
    ...(facts.sensitive ?? []),
    ...Object.keys(facts.items ?? {}),
  ]);
  const laid = layOver(block, facts, '', unused);
  if (unused.size > 0) {
    throw new Error(`${type} has no ${[...unused].join(', ')}: mend its facts in src/types/.`);
  }
  return laid;
}

function layOver(
  block: BlockSchema,
  facts: SchemaFacts,
  prefix: string,
  unused: Set<string>,
): BlockSchema {
  const attributes = Object.entries(block.attributes).map(
    ([name, attribute]): [string, AttributeSchema] => {
      const path = prefix + name;
      unused.delete(path);
      return [
        name,
        {
          ...attribute,
          ...(facts.optionalComputed?.includes(path) === true && { computed: true }),
          ...(facts.sensitive?.includes(path) === true && { sensitive: true }),
        },
      ];
    },
  );
  const blocks = Object.entries(block.blocks).map(([name, nested]): [string, NestedBlockSchema] => {
    const path = prefix + name;
    unused.delete(path);
    const [minItems, maxItems] = facts.items?.[path] ?? [
      nested.minItems ?? 0,
      nested.maxItems ?? 0,
    ];
    return [
      name,
      {
        ...nested,
        minItems,
        maxItems,
        block: layOver(nested.block, facts, `${path}.`, unused),
        ...(facts.optionalComputed?.includes(path) === true && { computed: true }),
      },
    ];
  });
  return { attributes: Object.fromEntries(attributes), blocks: Object.fromEntries(blocks) };
}
