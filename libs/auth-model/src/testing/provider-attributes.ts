import { readFileSync } from 'node:fs';

/** What a state of the pinned provider version holds for one type, by name. */
interface ProviderAttributes {
  /** Argument → what the provider writes where nobody set it. */
  readonly unset: Readonly<Record<string, '' | null | readonly []>>;
  /** Arguments that are blocks: always a list in a state. */
  readonly blocks: ReadonlySet<string>;
  /** Told by AWS alone. */
  readonly computed: readonly string[];
}

const EMPTY = { string: '', list: [], set: [] } as const;

/** Reads the generated bindings, which are all that is at hand of the provider's schema here. */
export function providerAttributes(type: string): ProviderAttributes {
  const folder = type.replace(/^aws_/, '').replaceAll('_', '-');
  const file = `node_modules/@cdktf/provider-aws/lib/${folder}/index.js`;
  const resource = readFileSync(file, 'utf8').split('extends cdktf.TerraformResource')[1] ?? '';
  const attributes = resource.slice(resource.indexOf('synthesizeHclAttributes()'));
  const found = attributes.matchAll(
    /^ {12}(\w+): \{.*?isBlock: (\w+),\s+type: "(\w+)",\s+storageClassType: "(\w+)"/gms,
  );
  const args = [...found].map(([, name = '', isBlock, kind = '', storage = '']) => ({
    name,
    isBlock: isBlock === 'true' && kind !== 'struct',
    empty: kind === 'simple' ? emptyOf(storage) : emptyOf(kind),
  }));
  const computed = resource.matchAll(/\/\/ (\w+) - computed: true, optional: false/g);
  return {
    unset: Object.fromEntries(args.map(({ name, empty }) => [name, empty])),
    blocks: new Set(args.flatMap(({ name, isBlock }) => (isBlock ? [name] : []))),
    computed: [...computed].map(([, name = '']) => name),
  };
}

function emptyOf(kind: string): '' | null | readonly [] {
  const empties: Readonly<Record<string, '' | readonly []>> = EMPTY;
  return empties[kind] ?? null;
}
