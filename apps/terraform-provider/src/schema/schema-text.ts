import { format } from 'prettier';
import type { SchemaName } from './schema-list';
import type { SchemaFile } from './schema-file';

/** The file of a schema: one attribute to a line, so that a change of one shows as one. */
export function schemaText(schema: SchemaFile): Promise<string> {
  const { source, optionalComputed, attributes, blocks } = schema;
  const text = JSON.stringify({ source, optionalComputed, attributes, blocks }, null, 2);
  // prettier keeps an object on one line when its first member stands beside the brace.
  const compact = text
    .replaceAll(/\{\n\s+("(?:type|nesting)":)/g, '{ $1')
    .replaceAll(/("object",\s+\{)\n\s+/g, '$1 ');
  return format(compact, { parser: 'json', printWidth: 100 });
}

/** `schemas/index.ts`: static imports, because the provider is bundled into one file. */
export function schemaIndexText(names: readonly SchemaName[]): Promise<string> {
  const modules = names.map((name) => ({ name, identifier: toIdentifier(name) }));
  const lines = [
    '// Written by `npm run schemas`.',
    ...modules.map(({ name, identifier }) => `import ${identifier} from './${name}.json';`),
    '',
    '/** Every file of this folder, by its name. */',
    'export const SCHEMA_FILES = {',
    ...modules.map(({ name, identifier }) => `  '${name}': ${identifier},`),
    '};',
    '',
  ];
  return format(lines.join('\n'), { parser: 'typescript', singleQuote: true, printWidth: 100 });
}

/** `data.aws_region` → `dataAwsRegion`. */
function toIdentifier(name: SchemaName): string {
  return name.replaceAll(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
}
