import type { CtyType } from '../schema/schema';

/** The messages of `tfplugin5-proto.ts`, as the loader gives and takes them. */

export interface DynamicValue {
  readonly msgpack: Buffer;
}

export interface AttributePath {
  readonly steps: readonly AttributeStep[];
}

export type AttributeStep =
  | { readonly attribute_name: string }
  | { readonly element_key_int: number };

export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: AttributePath;
}

export interface WireBlock {
  readonly version: number;
  readonly attributes: readonly WireAttribute[];
  readonly block_types: readonly WireNestedBlock[];
}

export interface WireAttribute {
  readonly name: string;
  /** A `CtyType` as JSON. */
  readonly type: Buffer;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
}

export interface WireNestedBlock {
  readonly type_name: string;
  readonly block: WireBlock;
  readonly nesting: 'SINGLE' | 'LIST' | 'SET';
  readonly min_items: number;
  readonly max_items: number;
}

export interface WireSchema {
  readonly version: number;
  readonly block: WireBlock;
}

export function toWireType(type: CtyType): Buffer {
  return Buffer.from(JSON.stringify(type));
}
