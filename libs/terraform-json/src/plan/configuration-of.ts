import { isJsonList, isJsonObject } from '../json-object';
import { refuseDepth } from '../parse-expression';
import type { Json, JsonObject } from '../value';

/** Where the value of an attribute comes from, as far as a plan tells. */
export type Source =
  /** A block, or a list of blocks: each attribute has its own source. */
  | { readonly kind: 'block'; readonly json: Json; readonly isRoot: boolean }
  /** As it is written, templates and all: the JSON syntax of Terraform keeps them. */
  | { readonly kind: 'written'; readonly json: Json; readonly isRoot: boolean }
  /** An expression of which only the references are told. */
  | { readonly kind: 'references'; readonly names: readonly string[] }
  /** One of these, and the plan does not tell which. */
  | { readonly kind: 'one-of'; readonly sources: readonly Source[] };

const INDEX = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** Finds the block of `configuration` that an object was made from; `undefined` where the plan has none. */
export function configurationIndex(
  configuration: JsonObject,
): (address: string) => Source | undefined {
  const sources = new Map<string, Source>();
  collectModule(configuration.root_module, '', sources);
  return (address) => sources.get(address.replace(INDEX, ''));
}

function collectModule(
  module: Json | undefined,
  prefix: string,
  sources: Map<string, Source>,
): void {
  refuseDepth(prefix.split('.').length / 2, 'configuration');
  const resources = childOf(module, 'resources');
  for (const resource of isJsonList(resources) ? resources : []) {
    const address = childOf(resource, 'address');
    const json = childOf(resource, 'expressions');
    if (typeof address !== 'string' || json === undefined) continue;
    sources.set(`${prefix}${address}`, { kind: 'block', json, isRoot: prefix === '' });
  }
  const calls = childOf(module, 'module_calls');
  for (const [name, call] of isJsonObject(calls) ? Object.entries(calls) : []) {
    collectModule(childOf(call, 'module'), `${prefix}module.${name}.`, sources);
  }
}

/** The source of one attribute, one entry of a map, or one block of a list. */
export function sourceAt(source: Source | undefined, step: string | number): Source | undefined {
  if (source === undefined || source.kind === 'references') return undefined;
  if (source.kind === 'one-of') return oneOf(source.sources.map((each) => sourceAt(each, step)));
  const { json, isRoot } = source;
  const child = isJsonList(json) ? json[Number(step)] : childOf(json, String(step));
  if (child === undefined) return undefined;
  if (source.kind === 'written') return { kind: 'written', json: child, isRoot };
  if (!isJsonObject(child)) return { kind: 'block', json: child, isRoot };
  if (child.constant_value !== undefined) {
    return { kind: 'written', json: child.constant_value, isRoot };
  }
  if (!isJsonList(child.references)) return { kind: 'block', json: child, isRoot };
  return { kind: 'references', names: child.references.map(String) };
}

/** Whichever it is, where all say the same; `undefined` where none says anything. */
export function oneOf(sources: readonly (Source | undefined)[]): Source | undefined {
  const [first] = sources;
  const isSame = new Set(sources.map((source) => JSON.stringify(source))).size === 1;
  if (isSame) return first;
  const told = sources.filter((source) => source !== undefined);
  return told.length === 0 ? undefined : { kind: 'one-of', sources: told };
}

function childOf(json: Json | undefined, key: string): Json | undefined {
  return isJsonObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}
