import { isJsonObject, serializationError } from './json-body';
import type { JsonObject, JsonValue } from './json-body';
import { AwsError } from './json-error';

/** A request shape as AWS's API models write it: data, so that a test can hold it beside the model. */
export type Shape = StringShape | BooleanShape | ListShape | MapShape | StructureShape;

export interface StringShape {
  readonly kind: 'string';
  /** Length in UTF-16 units, as Java counts. */
  readonly min?: number;
  readonly max?: number;
  /** Must match the whole value. */
  readonly pattern?: string;
  readonly values?: readonly string[];
  /** The value is left out of messages. */
  readonly sensitive?: true;
}

interface BooleanShape {
  readonly kind: 'boolean';
}

export interface ListShape {
  readonly kind: 'list';
  readonly member: Shape;
}

/** Keys are strings without constraints; a `null` value counts as absent. */
export interface MapShape {
  readonly kind: 'map';
  readonly value: StringShape;
}

export interface StructureShape {
  readonly kind: 'structure';
  readonly required: readonly string[];
  readonly members: Readonly<Record<string, Shape>>;
}

/** The type of what `parseShape` returns for a shape written `as const`. */
export type Parsed<S extends Shape> = S extends StructureShape
  ? ParsedStructure<S>
  : S extends ListShape
    ? readonly Parsed<S['member']>[]
    : S extends MapShape
      ? ReadonlyMap<string, string>
      : S extends BooleanShape
        ? boolean
        : S extends { readonly values: readonly (infer Value)[] }
          ? Value
          : string;

type ParsedStructure<S extends StructureShape> = {
  readonly [M in keyof S['members'] & S['required'][number]]: Parsed<S['members'][M]>;
} & {
  readonly [M in Exclude<keyof S['members'], S['required'][number]>]?: Parsed<S['members'][M]>;
};

/**
 * Checks everything at once, as AWS does before it looks at anything else. Unknown members are ignored, `null` counts as absent.
 * @param errorType `InvalidParameterException` for user pools, `ValidationException` for identity pools.
 * @throws AwsError SerializationException for a value of another JSON type, `errorType` for a broken constraint.
 */
export function parseShape<const S extends StructureShape>(
  shape: S,
  input: JsonObject,
  errorType: string,
): Parsed<S> {
  const problems: string[] = [];
  const parsed = parseStructure(shape, input, '', problems);
  if (problems.length === 0) return parsed as Parsed<S>;
  const counted =
    problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw new AwsError(errorType, `${counted} detected: ${problems.join('; ')}`);
}

function parseValue(shape: Shape, value: JsonValue, path: string, problems: string[]): unknown {
  switch (shape.kind) {
    case 'string':
      return parseString(shape, value, path, problems);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw wrongType(value, 'Boolean');
    case 'list':
      if (!isList(value)) throw wrongType(value, 'List');
      return value.map((member, index) =>
        parseValue(shape.member, member, `${path}.${index + 1}.member`, problems),
      );
    case 'map':
      return parseMap(shape, value, path, problems);
    case 'structure':
      if (!isJsonObject(value)) throw wrongType(value, 'Structure');
      return parseStructure(shape, value, `${path}.`, problems);
  }
}

function parseStructure(
  shape: StructureShape,
  value: JsonObject,
  prefix: string,
  problems: string[],
): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  for (const [name, memberShape] of Object.entries(shape.members)) {
    const path = prefix + name.charAt(0).toLowerCase() + name.slice(1);
    const member = Object.hasOwn(value, name) ? (value[name] ?? null) : null;
    if (member !== null) parsed[name] = parseValue(memberShape, member, path, problems);
    else if (shape.required.includes(name)) {
      problems.push(
        `Value null at '${path}' failed to satisfy constraint: Member must not be null`,
      );
    }
  }
  return parsed;
}

function parseMap(
  shape: MapShape,
  value: JsonValue,
  path: string,
  problems: string[],
): ReadonlyMap<string, string> {
  if (!isJsonObject(value)) throw wrongType(value, 'Map');
  const entries = Object.entries(value).flatMap(([key, entry]) =>
    entry === null
      ? []
      : [[key, parseString(shape.value, entry, `${path}.${key}.member`, problems)] as const],
  );
  return new Map(entries);
}

function parseString(
  shape: StringShape,
  value: JsonValue,
  path: string,
  problems: string[],
): string {
  if (typeof value !== 'string') throw wrongType(value, 'String');
  const shown = shape.sensitive === true ? 'Value' : `Value '${value}'`;
  for (const constraint of brokenConstraints(shape, value)) {
    problems.push(`${shown} at '${path}' failed to satisfy constraint: Member must ${constraint}`);
  }
  return value;
}

function* brokenConstraints(shape: StringShape, value: string): Iterable<string> {
  const { min, max, pattern, values } = shape;
  if (max !== undefined && value.length > max) {
    yield `have length less than or equal to ${max}`;
    return; // A pattern is never run over more than the shape allows.
  }
  if (min !== undefined && value.length < min) yield `have length greater than or equal to ${min}`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    yield `satisfy regular expression pattern: ${pattern}`;
  }
  if (values !== undefined && !values.includes(value)) {
    yield `satisfy enum value set: [${values.join(', ')}]`;
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** AWS's deserializer names what it met and what it wanted. */
function wrongType(value: JsonValue, wanted: string): AwsError {
  const message = isList(value)
    ? 'Start of list found where not expected'
    : isJsonObject(value)
      ? 'Start of structure or map found where not expected.'
      : `${scalarName(value)}_VALUE can not be converted to a ${wanted}`;
  return serializationError(`expected ${wanted}`, message);
}

function scalarName(value: string | number | boolean | null): string {
  return typeof value === 'boolean'
    ? String(value).toUpperCase()
    : typeof value === 'string'
      ? 'STRING'
      : 'NUMBER';
}
