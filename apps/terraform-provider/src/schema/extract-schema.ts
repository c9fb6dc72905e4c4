import { readGeneratedSource } from './generated-source';
import { attributeTypeOf, computedTypeOf } from './generated-types';
import {
  type ClassMember,
  type Conversion,
  type GeneratedDeclarations,
  parseGeneratedSource,
} from './parse-generated-source';
import type { AttributeSchema, BlockSchema, CtyType, NestedBlockSchema } from './schema';

import type { SchemaFile } from './schema-file';

/**
 * The schema of a type as cdktf's generated code tells it: types, nesting, required or optional, at most one, what only AWS sets.
 * It does not tell defaults, ForceNew, sensitivity, limits above one, and which blocks AWS fills in: those are facts, kept by hand.
 * @param name as in `schema-list.ts`
 * @throws with the type and the member at anything that it does not understand
 */
export function extractSchema(name: string): SchemaFile {
  const { source, text } = readGeneratedSource(name);
  try {
    return { source, ...extractFrom(text) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${name}: ${reason}`, { cause });
  }
}

/** The same, of generated TypeScript at hand. */
export function extractFrom(text: string): Omit<SchemaFile, 'source'> {
  const declarations = parseGeneratedSource(text);
  const optionalComputed: string[] = [];
  const extraction: Extraction = { declarations, optionalComputed };
  const block = blockOf(extraction, '', `${declarations.main}Config`, declarations.main);
  return { optionalComputed: optionalComputed.sort(), ...block };
}

interface Extraction {
  readonly declarations: GeneratedDeclarations;
  /** Paths of the optional arguments that AWS fills in, collected on the way. */
  readonly optionalComputed: string[];
}

/**
 * @param path where the block stands, `''` or ending in a dot
 * @param configName its interface
 * @param className its class; blocks of the provider have none, nothing can refer to them
 */
function blockOf(
  extraction: Extraction,
  path: string,
  configName: string,
  className: string,
): BlockSchema {
  const { configs, conversions, classes } = extraction.declarations;
  const config = found(configs, configName, path);
  const converted = found(conversions, configName, path);
  const members = classes.get(className) ?? new Map<string, ClassMember>();
  assertSameNames(path, config, converted);

  const attributes: [string, AttributeSchema][] = [];
  const blocks: [string, NestedBlockSchema][] = [];
  for (const [name, conversion] of converted) {
    if (isMetaArgument(path, name, className)) continue;
    const optional = found(config, name, path).optional;
    const member = members.size === 0 ? undefined : found(members, name, path);
    assertAgree(`${path}${name}`, optional, member);
    if (conversion.isBlock) {
      blocks.push([name, nestedBlockOf(extraction, `${path}${name}`, conversion, optional)]);
      continue;
    }
    const type = attributeTypeOf(`${path}${name}`, conversion, member);
    const fills = member?.computed === true;
    // `id` is computed with every type of SDKv2; what else AWS fills in is told beside the schema.
    const isId = path === '' && name === 'id';
    if (fills && !isId) extraction.optionalComputed.push(`${path}${name}`);
    attributes.push([
      name,
      {
        type,
        ...(optional ? { optional: true } : { required: true }),
        ...(fills && isId && { computed: true }),
      },
    ]);
  }
  for (const [name, member] of members) {
    if (converted.has(name)) continue;
    attributes.push([name, computedAttributeOf(extraction, `${path}${name}`, member)]);
  }
  return { attributes: sorted(attributes), blocks: sorted(blocks) };
}

/** Terraform itself reads `alias` of a provider block; cdktf writes it beside the arguments. */
function isMetaArgument(path: string, name: string, className: string): boolean {
  return path === '' && name === 'alias' && className === 'AwsProvider';
}

function nestedBlockOf(
  extraction: Extraction,
  path: string,
  { value, type, storageClassType }: Conversion,
  optional: boolean,
): NestedBlockSchema {
  const many = /^cdktf\.listMapperHcl\((\w+)ToHclTerraform, true\)\(.+\)$/.exec(value)?.[1];
  const one = /^(\w+)ToHclTerraform\(.+\)$/.exec(value)?.[1];
  const converts = many ?? one;
  const struct = storageClassType.replace(/List$/, '');
  if (converts?.toLowerCase() !== struct.toLowerCase()) {
    throw new Error(
      `${path}: expected a block converted by its own function, got "${value}" for ${storageClassType}`,
    );
  }
  const block = blockOf(extraction, `${path}.`, struct, `${struct}OutputReference`);
  if (type === 'struct' && one !== undefined && optional) return { nesting: 'single', block };
  if (type !== 'list' && type !== 'set') {
    throw new Error(`${path}: expected a block of type list, set or struct, got ${type}`);
  }
  return {
    nesting: type,
    ...(!optional && { minItems: 1 }),
    ...(one !== undefined && { maxItems: 1 }),
    block,
  };
}

function computedAttributeOf(
  extraction: Extraction,
  path: string,
  member: ClassMember,
): AttributeSchema {
  if (!member.computed || member.optional || member.required) {
    throw new Error(
      `${path}: its comment says that a configuration may set it, but it is not written to HCL`,
    );
  }
  const type = computedTypeOf(path, member, (struct) => objectOf(extraction, `${path}.`, struct));
  return { type, computed: true };
}

/** The type of an object that AWS alone makes. */
function objectOf(extraction: Extraction, path: string, struct: string): CtyType {
  const className = `${struct}OutputReference`;
  const members = found(extraction.declarations.classes, className, path);
  const fields = [...members].map(([name, member]): [string, CtyType] => [
    name,
    computedAttributeOf(extraction, `${path}${name}`, member).type,
  ]);
  return ['object', sorted(fields)];
}

/** Two places say what may be left out. */
function assertAgree(path: string, optional: boolean, member: ClassMember | undefined): void {
  if (member === undefined) return;
  if (member.optional === optional && member.required === !optional) return;
  throw new Error(
    `${path}: ${optional ? 'optional' : 'required'} in the interface, but the comment says optional: ${member.optional}, required: ${member.required}`,
  );
}

function assertSameNames(
  path: string,
  config: ReadonlyMap<string, unknown>,
  converted: ReadonlyMap<string, unknown>,
): void {
  const odd = [...new Set([...config.keys(), ...converted.keys()])].filter(
    (name) => !config.has(name) || !converted.has(name),
  );
  if (odd.length === 0) return;
  throw new Error(
    `${path}${odd.join(', ')}: expected in the interface and in what is written to HCL, got it in one of them`,
  );
}

function found<T>(map: ReadonlyMap<string, T>, name: string, path: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`${path}${name}: not found in the generated code`);
  return value;
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
