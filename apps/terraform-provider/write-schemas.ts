import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extractSchema } from './src/schema/extract-schema';
import { SCHEMA_NAMES } from './src/schema/schema-list';
import { schemaIndexText, schemaText } from './src/schema/schema-text';

// `npm run schemas`: writes `schemas/` anew from the installed @cdktf/provider-aws, after a type was added to schema-list.ts or the
// package was updated.
const folder = new URL('./schemas/', import.meta.url);
// All of them first: a type that is not understood leaves the folder as it was.
const files = await Promise.all([
  ...SCHEMA_NAMES.map(async (name) => ({
    name: `${name}.json`,
    text: await schemaText(extractSchema(name)),
  })),
  schemaIndexText(SCHEMA_NAMES).then((text) => ({ name: 'index.ts', text })),
]);
const kept = new Set(files.map(({ name }) => name));
for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(new URL(name, folder));
for (const { name, text } of files) writeFileSync(new URL(name, folder), text);
process.stdout.write(`${files.length} files in apps/terraform-provider/schemas\n`);
