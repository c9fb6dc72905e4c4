/**
 * Reads the TypeScript that cdktf-cli's provider generator writes. It is as regular as a table: one interface, one conversion
 * function and one class per block, each beginning a line with `export`. Lines that carry nothing are skipped; that nothing was
 * missed shows when `extract-schema.ts` lays the three side by side.
 */
export interface GeneratedDeclarations {
  /** The class of the resource, data source or provider. */
  readonly main: string;
  /** Interfaces: may the argument be left out? By interface name, then by Terraform name. */
  readonly configs: ReadonlyMap<string, ReadonlyMap<string, { optional: boolean }>>;
  /** What is written to HCL: by interface name, then by Terraform name. */
  readonly conversions: ReadonlyMap<string, ReadonlyMap<string, Conversion>>;
  /** Classes: by class name, then by Terraform name. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, ClassMember>>;
}

/** `{ value: …, isBlock: false, type: "set", storageClassType: "stringList" }` */
export interface Conversion {
  readonly value: string;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

export interface ClassMember {
  /** From the comment above it: `// arn - computed: true, optional: false, required: false`. */
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** `new SnsTopicTimeoutsOutputReference(this, "timeouts")`, for what is an object or a list of them. */
  readonly initializer?: string;
  /** What its getter returns: `this.getStringAttribute('arn')`. */
  readonly getter: string;
}

const MAIN_CLASS =
  /^export class (\w+) extends cdktf\.Terraform(?:Resource|DataSource|Provider) \{$/m;
const INTERFACE_MEMBER = /#(\w+) \w+#\1\}\n(?: {2}\*.*\n)*? {2}\*\/\n {2}readonly \w+(\??): /g;
const CONVERSION =
  /^ +(\w+): \{\n +value: (.+),\n +isBlock: (true|false),\n +type: "(\w+)",\n +storageClassType: "(\w+)",\n +\},$/gm;
const CLASS_MEMBER =
  /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)\n(?: {2}private _\w+(?:\?: .+| = (.+)); ?\n)? {2}public get \w+\(\) \{\n(?: {4}\/\/ .+\n)* {4}return (.+);\n {2}\}$/gm;

/** @throws when it holds no class of a resource, data source or provider */
export function parseGeneratedSource(text: string): GeneratedDeclarations {
  const main = MAIN_CLASS.exec(text)?.[1];
  if (main === undefined) {
    throw new Error(
      'expected "export class … extends cdktf.TerraformResource", TerraformDataSource or TerraformProvider, got none',
    );
  }
  const configs = new Map<string, Map<string, { optional: boolean }>>();
  const conversions = new Map<string, Map<string, Conversion>>();
  const classes = new Map<string, Map<string, ClassMember>>();
  for (const declaration of text.split(/^(?=export )/m)) {
    const [, kind, name] = /^export (interface|function|class) (\w+)/.exec(declaration) ?? [];
    if (name === undefined) continue;
    if (kind === 'interface') configs.set(name, interfaceMembers(declaration));
    if (kind === 'class') classes.set(name, classMembers(declaration));
    const converts = /^(\w+)ToHclTerraform$/.exec(name)?.[1];
    if (converts !== undefined) conversions.set(capitalized(converts), conversionsIn(declaration));
    if (name === main) {
      const [, body] = declaration.split('  protected synthesizeHclAttributes(): ');
      conversions.set(`${main}Config`, conversionsIn(body ?? ''));
    }
  }
  return { main, configs, conversions, classes };
}

function interfaceMembers(declaration: string): Map<string, { optional: boolean }> {
  const members = new Map<string, { optional: boolean }>();
  for (const [, name = '', mark] of declaration.matchAll(INTERFACE_MEMBER)) {
    members.set(name, { optional: mark === '?' });
  }
  const lines = declaration.match(/^ {2}readonly /gm) ?? [];
  assertAllRead(declaration, lines.length, members.size);
  return members;
}

function conversionsIn(declaration: string): Map<string, Conversion> {
  const members = new Map<string, Conversion>();
  for (const [
    ,
    name = '',
    value = '',
    isBlock,
    type = '',
    storageClassType = '',
  ] of declaration.matchAll(CONVERSION)) {
    members.set(name, { value, isBlock: isBlock === 'true', type, storageClassType });
  }
  const lines = declaration.match(/^ +isBlock: /gm) ?? [];
  assertAllRead(declaration, lines.length, members.size);
  return members;
}

function classMembers(declaration: string): Map<string, ClassMember> {
  const members = new Map<string, ClassMember>();
  for (const [
    ,
    name = '',
    computed,
    optional,
    required,
    initializer,
    getter = '',
  ] of declaration.matchAll(CLASS_MEMBER)) {
    members.set(name, {
      computed: computed === 'true',
      optional: optional === 'true',
      required: required === 'true',
      ...(initializer !== undefined && { initializer }),
      getter,
    });
  }
  const lines = declaration.match(/^ {2}\/\/ .+ - computed: /gm) ?? [];
  assertAllRead(declaration, lines.length, members.size);
  return members;
}

/** A member that a pattern above does not fit would be missing in silence. */
function assertAllRead(declaration: string, expected: number, read: number): void {
  if (read === expected) return;
  const [firstLine = ''] = declaration.split('\n', 1);
  throw new Error(
    `"${firstLine}" has ${expected} members, of which ${read} were understood; the patterns in parse-generated-source.ts have to learn the rest`,
  );
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
