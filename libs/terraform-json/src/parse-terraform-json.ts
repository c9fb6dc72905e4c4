import { buildGraph } from './build-graph';
import type { Expression } from './expression';
import { parseExpression } from './parse-expression';
import { isJsonList } from './json-object';
import { parseJson } from './parse-json';
import { DeclaredNames } from './declared/declared-names';
import type { Scope } from './evaluate/scope';
import { parseArguments } from './parse-arguments';
import { isSet, parseResource } from './parse-resource';
import { parseSettings } from './parse-settings';
import { parseStateBlocks } from './parse-state-blocks';
import type { ProviderConfiguration, Resource, ResourceGraph } from './resource-graph';
import { objectAt, optionalStringAt } from './shape';
import { TerraformJsonError } from './terraform-json-error';
import { TWO_WAYS } from './two-ways';
import type { Json, JsonObject } from './value';

/** Blocks that are read. Some say nothing of the resources: `terraform`, and those about what is in the state already. */
const KNOWN_BLOCKS = new Set([
  '//',
  'check',
  'data',
  'import',
  'locals',
  'moved',
  'output',
  'provider',
  'removed',
  'resource',
  'terraform',
  'variable',
]);

/**
 * Reads a `cdk.tf.json` as cdktf synthesizes it, or another file of Terraform's JSON syntax that is a whole configuration.
 * @param input the text of the file, or its content already parsed
 * @param fileName what error messages call the file
 * @throws TerraformJsonError with one sentence that names the file, the path inside it and what to do
 */
export function parseTerraformJson(input: string | JsonObject, fileName: string): ResourceGraph {
  const json =
    typeof input === 'string'
      ? parseJson(input, fileName, 'Write it again, whole; npm run build does for this project')
      : input;
  const root = objectAt(json, fileName);
  for (const [block, value] of Object.entries(root)) {
    if (!KNOWN_BLOCKS.has(block) && isSet(value)) throw unsupportedBlock(fileName, block);
  }
  const stackName = readStackName(root, fileName);
  const blocks = [
    ...findBlocks(root.data, 'data', fileName),
    ...findBlocks(root.resource, 'managed', fileName),
  ];
  const names = new DeclaredNames({
    fileName,
    variable: root.variable,
    locals: root.locals,
    bodies: new Map(blocks.map(({ identity, body }) => [identity.address, body])),
  });
  names.check();
  return buildGraph({
    kind: 'configuration',
    fileName,
    resources: blocks.flatMap(({ identity, body, where }) =>
      parseResource(identity, body, where, names),
    ),
    providers: parseProviders(root.provider, `${fileName}: provider`, names.scope),
    outputs: parseOutputs(root.output, `${fileName}: output`, names.scope),
    settings: parseSettings(root, fileName, names),
    ...parseStateBlocks(root, fileName),
    ...(stackName === undefined ? {} : { stackName }),
  });
}

function unsupportedBlock(fileName: string, block: string): TerraformJsonError {
  return new TerraformJsonError(
    'ERR_TERRAFORM_UNSUPPORTED_BLOCK',
    `${fileName}: ${block} is a block that this reader does not know; it reads ${[...KNOWN_BLOCKS].slice(1).join(', ')}. ${TWO_WAYS}`,
  );
}

function readStackName(root: JsonObject, fileName: string): string | undefined {
  const metadata = objectAt(
    objectAt(root['//'], `${fileName}: //`).metadata,
    `${fileName}: //.metadata`,
  );
  return optionalStringAt(metadata.stackName, `${fileName}: //.metadata.stackName`);
}

interface Block {
  readonly identity: Pick<Resource, 'address' | 'mode' | 'type' | 'name'>;
  readonly body: Json;
  readonly where: string;
}

function findBlocks(
  json: Json | undefined,
  mode: Resource['mode'],
  fileName: string,
): readonly Block[] {
  const block = `${fileName}: ${mode === 'data' ? 'data' : 'resource'}`;
  return Object.entries(objectAt(json, block)).flatMap(([type, byName]) =>
    Object.entries(objectAt(byName, `${block}.${type}`)).map(([name, body]) => {
      const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
      return { identity: { address, mode, type, name }, body, where: `${block}.${type}.${name}` };
    }),
  );
}

function parseProviders(
  json: Json | undefined,
  where: string,
  scope: Scope,
): ProviderConfiguration[] {
  return Object.entries(objectAt(json, where)).flatMap(([type, configurations]) => {
    const list = isJsonList(configurations) ? configurations : [configurations];
    return list.map((item, index) => {
      const at = `${where}.${type}[${index}]`;
      const { alias: aliasJson, ...rest } = objectAt(item, at);
      const alias = optionalStringAt(aliasJson, `${at}.alias`);
      const config = parseArguments(rest, at, scope);
      return { type, config, ...(alias === undefined ? {} : { alias }) };
    });
  });
}

function parseOutputs(
  json: Json | undefined,
  where: string,
  scope: Scope,
): Record<string, Expression> {
  const outputs = Object.entries(objectAt(json, where)).map(([name, body]) => {
    const { value } = objectAt(body, `${where}.${name}`);
    return [name, parseExpression(value ?? null, `${where}.${name}.value`, scope)] as const;
  });
  return Object.fromEntries(outputs);
}
