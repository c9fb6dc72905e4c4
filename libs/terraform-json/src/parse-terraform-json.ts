import { buildGraph } from './build-graph';
import type { Expression } from './expression';
import { parseExpression } from './parse-expression';
import { isJsonList } from './json-object';
import { parseJson } from './parse-json';
import { isSet, parseArguments, parseResource } from './parse-resource';
import type { ProviderConfiguration, Resource, ResourceGraph } from './resource-graph';
import { objectAt, optionalStringAt } from './shape';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

/** Blocks that are read, and `terraform`, which is about running Terraform and says nothing of the resources. */
const KNOWN_BLOCKS = new Set(['//', 'data', 'output', 'provider', 'resource', 'terraform']);

/**
 * Reads a synthesized `cdk.tf.json`.
 * @param input the text of the file, or its content already parsed
 * @param fileName what error messages call the file
 * @throws TerraformJsonError with one sentence that names the file, the path inside it and what to do
 */
export function parseTerraformJson(input: string | JsonObject, fileName: string): ResourceGraph {
  const json =
    typeof input === 'string'
      ? parseJson(input, fileName, 'Synthesize the stack again (npm run synth)')
      : input;
  const root = objectAt(json, fileName);
  for (const [block, value] of Object.entries(root)) {
    if (!KNOWN_BLOCKS.has(block) && isSet(value)) throw unsupportedBlock(fileName, block);
  }
  const stackName = readStackName(root, fileName);
  return buildGraph({
    kind: 'configuration',
    fileName,
    resources: [
      ...parseBlocks(root.data, 'data', fileName),
      ...parseBlocks(root.resource, 'managed', fileName),
    ],
    providers: parseProviders(root.provider, `${fileName}: provider`),
    outputs: parseOutputs(root.output, `${fileName}: output`),
    ...(stackName === undefined ? {} : { stackName }),
  });
}

function unsupportedBlock(fileName: string, block: string): TerraformJsonError {
  return new TerraformJsonError(
    'ERR_TERRAFORM_UNSUPPORTED_BLOCK',
    `${fileName}: ${block} is a block that this reader does not know; it reads ${[...KNOWN_BLOCKS].slice(1).join(', ')}. ` +
      'Write the values out, or add the block to libs/terraform-json/src/parse-terraform-json.ts.',
  );
}

function readStackName(root: JsonObject, fileName: string): string | undefined {
  const metadata = objectAt(
    objectAt(root['//'], `${fileName}: //`).metadata,
    `${fileName}: //.metadata`,
  );
  return optionalStringAt(metadata.stackName, `${fileName}: //.metadata.stackName`);
}

function parseBlocks(json: Json | undefined, mode: Resource['mode'], fileName: string): Resource[] {
  const block = `${fileName}: ${mode === 'data' ? 'data' : 'resource'}`;
  return Object.entries(objectAt(json, block)).flatMap(([type, byName]) =>
    Object.entries(objectAt(byName, `${block}.${type}`)).map(([name, body]) =>
      parseResource({ mode, type, name }, body, `${block}.${type}.${name}`),
    ),
  );
}

function parseProviders(json: Json | undefined, where: string): ProviderConfiguration[] {
  return Object.entries(objectAt(json, where)).flatMap(([type, configurations]) => {
    const list = isJsonList(configurations) ? configurations : [configurations];
    return list.map((item, index) => {
      const at = `${where}.${type}[${index}]`;
      const { alias: aliasJson, ...rest } = objectAt(item, at);
      const alias = optionalStringAt(aliasJson, `${at}.alias`);
      const config = parseArguments(rest, at);
      return { type, config, ...(alias === undefined ? {} : { alias }) };
    });
  });
}

function parseOutputs(json: Json | undefined, where: string): Record<string, Expression> {
  const outputs = Object.entries(objectAt(json, where)).map(([name, body]) => {
    const { value } = objectAt(body, `${where}.${name}`);
    return [name, parseExpression(value ?? null, `${where}.${name}.value`)] as const;
  });
  return Object.fromEntries(outputs);
}
