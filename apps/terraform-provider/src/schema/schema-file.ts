import type { BlockSchema } from './schema';

/** A file of `schemas/`: written by `npm run schemas`, never by hand. */
export interface SchemaFile extends BlockSchema {
  /** Where it was read: package and version, folder, version of the AWS provider. */
  readonly source: string;
  /**
   * Paths of the optional arguments that AWS fills in where the configuration is silent. The facts of the type say so too, and add
   * the blocks, of which the generated code does not know it.
   */
  readonly optionalComputed: readonly string[];
}
