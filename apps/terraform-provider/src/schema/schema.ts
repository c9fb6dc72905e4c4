/** A type in Terraform's own notation: `"string"`, `["list","string"]`, `["object",{"name":"string"}]`. Source: cty, "JSON type serialization". */
export type CtyType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', CtyType]
  | readonly ['object', Readonly<Record<string, CtyType>>];

/** One argument or attribute. Absent flags are false. */
export interface AttributeSchema {
  readonly type: CtyType;
  readonly required?: true;
  readonly optional?: true;
  /** AWS tells it: alone, nobody may set it; with `optional`, AWS fills it in where the configuration is silent. */
  readonly computed?: true;
  readonly sensitive?: true;
}

/** A block that may stand inside another. `single` is an object that is not a list, as `timeouts` is. */
export interface NestedBlockSchema {
  readonly nesting: 'list' | 'set' | 'single';
  /** @default 0 */
  readonly minItems?: number;
  /** @default 0, which is any number */
  readonly maxItems?: number;
  /** AWS fills the block in where the configuration has none. */
  readonly computed?: true;
  readonly block: BlockSchema;
}

/** What a block may hold: the arguments and blocks of a resource, of a data source or of the provider itself. */
export interface BlockSchema {
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly blocks: Readonly<Record<string, NestedBlockSchema>>;
}
