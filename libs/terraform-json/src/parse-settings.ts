import type { DeclaredNames } from './declared/declared-names';
import type { Expression } from './expression';
import type { ResourceGraph } from './resource-graph';
import { literal } from './settled-values';
import { blocksAt, objectAt, optionalStringAt } from './shape';
import { bareAddress } from './bare-address';
import type { Json, JsonObject } from './value';

type Setting = readonly [name: string, value: Expression];

/**
 * What a file says besides resources, data sources and providers. Local values are worked out, as they are for whoever names them; the
 * rest is taken as it is written, since nobody here acts on it.
 */
export function parseSettings(
  root: JsonObject,
  fileName: string,
  names: DeclaredNames,
): NonNullable<ResourceGraph['settings']> {
  const at = (block: string): string => `${fileName}: ${block}`;
  return Object.fromEntries([
    ...terraformSettings(root.terraform, at('terraform')),
    ...named(root.variable, 'var', at('variable')),
    ...names.localNames.map((name): Setting => [`local.${name}`, names.local(name)]),
    ...outputSettings(root.output, at('output')),
    ...named(root.check, 'check', at('check')),
    ...imports(root.import, at('import')),
  ]);
}

function terraformSettings(json: Json | undefined, where: string): readonly Setting[] {
  return blocksAt(json, where).flatMap((block) =>
    members(block).flatMap(([name, value]): readonly Setting[] =>
      name === 'backend'
        ? named(value, 'terraform.backend', `${where}.backend`)
        : [[`terraform.${name}`, literal(value, `${where}.${name}`)]],
    ),
  );
}

function named(json: Json | undefined, prefix: string, where: string): readonly Setting[] {
  return blocksAt(json, where).flatMap((block) =>
    members(block).map(
      ([name, body]): Setting => [`${prefix}.${name}`, literal(body, `${where}.${name}`)],
    ),
  );
}

/** The value is an expression of its own, and is read with the outputs. */
function outputSettings(json: Json | undefined, where: string): readonly Setting[] {
  return members(objectAt(json, where)).flatMap(([name, body]): readonly Setting[] => {
    const rest = members(objectAt(body, `${where}.${name}`)).filter(([key]) => key !== 'value');
    if (rest.length === 0) return [];
    return [[`output.${name}`, literal(Object.fromEntries(rest), `${where}.${name}`)]];
  });
}

function imports(json: Json | undefined, where: string): readonly Setting[] {
  return blocksAt(json, where).map(({ to, ...rest }, index): Setting => {
    const address = bareAddress(optionalStringAt(to, `${where}[${index}].to`) ?? `[${index}]`);
    return [`import.${address}`, literal(rest, `${where}[${index}]`)];
  });
}

/** Comments and what cdktf leaves there say nothing. */
function members(block: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(block).filter(([name]) => name !== '//');
}
