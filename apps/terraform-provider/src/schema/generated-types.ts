import type { ClassMember, Conversion } from './parse-generated-source';
import type { CtyType } from './schema';

const SCALARS: Readonly<Record<string, CtyType>> = {
  boolean: 'bool',
  number: 'number',
  string: 'string',
};

/** By what the getter returns, with the name of the attribute as `N`. */
const GETTERS: Readonly<Record<string, CtyType>> = {
  'this.getStringAttribute(N)': 'string',
  'this.getNumberAttribute(N)': 'number',
  'this.getBooleanAttribute(N)': 'bool',
  'this.getListAttribute(N)': ['list', 'string'],
  'this.getNumberListAttribute(N)': ['list', 'number'],
  'cdktf.Fn.tolist(this.getListAttribute(N))': ['set', 'string'],
  'cdktf.Token.asNumberList(cdktf.Fn.tolist(this.getNumberListAttribute(N)))': ['set', 'number'],
  'this.getStringMapAttribute(N)': ['map', 'string'],
  'this.getNumberMapAttribute(N)': ['map', 'number'],
  'this.getBooleanMapAttribute(N)': ['map', 'bool'],
};

/**
 * The type of an argument: from how it is written to HCL, and from how it is read back where there is a class. Both must say the same.
 */
export function attributeTypeOf(
  path: string,
  { type, storageClassType }: Conversion,
  member: ClassMember | undefined,
): CtyType {
  const written = writtenType(type, storageClassType);
  if (written === undefined) {
    throw new Error(
      `${path}: expected an attribute of strings, numbers or booleans, got type ${type} of ${storageClassType}`,
    );
  }
  // Nothing can refer to the provider's arguments: their getters return what was configured.
  if (member === undefined || /^this\._\w+$/.test(member.getter)) return written;
  const read = readType(member.getter);
  if (JSON.stringify(read) !== JSON.stringify(written)) {
    throw new Error(
      `${path}: written to HCL as ${JSON.stringify(written)}, but read by "${member.getter}"`,
    );
  }
  return written;
}

/**
 * The type of what only AWS sets.
 * @param objectOf the type of a generated object, by the name of its interface
 */
export function computedTypeOf(
  path: string,
  member: ClassMember,
  objectOf: (struct: string) => CtyType,
): CtyType {
  const list = /^new (\w+)List\(this, "\w+", (true|false)\)$/.exec(member.initializer ?? '');
  if (list?.[1] !== undefined) return [list[2] === 'true' ? 'set' : 'list', objectOf(list[1])];
  const type = readType(member.getter);
  if (type === undefined || member.initializer !== undefined) {
    throw new Error(
      `${path}: expected a getter of a known type, got "${member.initializer ?? member.getter}"`,
    );
  }
  return type;
}

function writtenType(type: string, storageClassType: string): CtyType | undefined {
  if (type === 'simple') return SCALARS[storageClassType];
  const [, scalar = '', collection] = /^([a-z]+)(List|Map)$/.exec(storageClassType) ?? [];
  const element = SCALARS[scalar];
  if (element === undefined) return undefined;
  if ((type === 'list' || type === 'set') && collection === 'List') return [type, element];
  if (type === 'map' && collection === 'Map') return [type, element];
  return undefined;
}

function readType(getter: string): CtyType | undefined {
  return GETTERS[getter.replace(/'\w+'/, 'N')];
}
