import {
  describeReference,
  isJsonObject,
  known,
  resolve,
  TWO_WAYS,
  type Expression,
  type Json,
  type Reference,
  type Resource,
  type ResourceGraph,
  type Resolver,
  type Value,
} from '@gatehouse/terraform-json';

import { apiResourcePaths } from './api-resource-paths';
import { AuthModelError } from './auth-model-error';
import { COMPUTED_ATTRIBUTES } from './computed/computed-attributes';
import type { Derivation, Surroundings, WholeDerivation } from './computed/derivation';
import type { GeneratedAttributes } from './generated-attributes';
import { asText } from './json-types';
import { reasonToLeaveOut } from './not-modelled';

/**
 * Says what a reference stands for: what the configuration sets, else what `computed/` derives.
 * @param isLenient what neither knows is `unknown`
 * @throws AuthModelError where neither knows the attribute
 */
export function attributeResolver(
  graph: ResourceGraph,
  generated: GeneratedAttributes,
  region: string,
  isLenient = false,
): Resolver {
  const around = {
    region,
    accountId: generated.accountId,
    generated,
    apiResourcePath: (id: string) => apiResourcePaths(graph, resolver, isLenient).pathOf(id),
  };

  const resolver = remembered(settle);

  function settle(reference: Reference): Value {
    const resource = graph.resources.get(reference.address);
    if (resource === undefined) throw unknownAttribute(graph, reference);
    const configured = valueAt(resource.config, reference.attribute.split('.'));
    if (configured !== undefined) return valueBelow(configured, reference);
    const derivation = derivationOf(resource, reference.attribute);
    if (derivation === undefined && isLenient) {
      return { kind: 'unknown', because: `${describeReference(reference)} is not computed here` };
    }
    if (derivation === undefined && reasonToLeaveOut(resource.type) !== undefined) {
      return { kind: 'unknown', because: `${describeReference(reference)} is told by apply` };
    }
    if (derivation === undefined) throw unknownAttribute(graph, reference);
    if ('ofAll' in derivation) return makeOfAll(derivation, resource);
    return make(derivation, { ...around, address: resource.address });
  }

  /** What is written is a function or a reference, and the path leads into what it says. */
  function valueBelow({ expression, rest }: Configured, reference: Reference): Value {
    const value = resolve(expression, resolver);
    if (value.kind !== 'known' || rest.length === 0) return value;
    const inside = rest.reduce<Json | undefined>(stepInto, value.value);
    if (inside !== undefined) return known(inside);
    if (!isLenient) throw unknownAttribute(graph, reference);
    return { kind: 'unknown', because: `${describeReference(reference)} is not set` };
  }

  function makeOfAll({ ofAll }: WholeDerivation, { config, address }: Resource): Value {
    const values = resolve(config, resolver);
    if (values.kind !== 'known') return values;
    return known(ofAll(isJsonObject(values.value) ? values.value : {}, address));
  }

  function make({ from, make: compute }: Derivation, surroundings: Surroundings): Value {
    const values: [string, string][] = [];
    for (const attribute of from) {
      const value = resolver({ address: surroundings.address, attribute });
      if (value.kind !== 'known') return value;
      values.push([attribute, asText(value.value, `${surroundings.address}.${attribute}`)]);
    }
    return known(compute(Object.fromEntries(values), surroundings));
  }

  return resolver;
}

/** Each reference is settled once. */
function remembered(settle: Resolver): Resolver {
  const settled = new Map<string, Value>();
  return (reference) => {
    const name = describeReference(reference);
    const before = settled.get(name);
    if (before !== undefined) return before;
    const value = settle(reference);
    settled.set(name, value);
    return value;
  };
}

/** What is written at a path, and the steps that lead further into what it will say. */
interface Configured {
  readonly expression: Expression;
  readonly rest: readonly string[];
}

/** The argument at a path; a block that stands once may be named with or without its index. Null is as good as absent. */
function valueAt(expression: Expression, path: readonly string[]): Configured | undefined {
  const [step, ...rest] = path;
  if (step === undefined) {
    const isAbsent = expression.kind === 'literal' && expression.value === null;
    return isAbsent ? undefined : { expression, rest: path };
  }
  if (expression.kind === 'unknown') return { expression, rest: [] };
  if (expression.kind === 'call' || expression.kind === 'reference')
    return { expression, rest: path };
  if (expression.kind === 'object' && Object.hasOwn(expression.entries, step)) {
    const entry = expression.entries[step];
    return entry === undefined ? undefined : valueAt(entry, rest);
  }
  if (expression.kind === 'object' && step === '0') return valueAt(expression, rest);
  const item = expression.kind === 'list' ? expression.items[Number(step)] : undefined;
  return item === undefined ? undefined : valueAt(item, rest);
}

function stepInto(json: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(json)) return (json as readonly Json[])[Number(step)];
  return isJsonObject(json) && Object.hasOwn(json, step) ? json[step] : undefined;
}

function derivationOf(
  { mode, type }: Resource,
  attribute: string,
): Derivation | WholeDerivation | undefined {
  const ofType = COMPUTED_ATTRIBUTES[mode === 'data' ? `data.${type}` : type] ?? {};
  return Object.hasOwn(ofType, attribute) ? ofType[attribute] : undefined;
}

function unknownAttribute(graph: ResourceGraph, reference: Reference): AuthModelError {
  return new AuthModelError(
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    `${graph.fileName}: ${describeReference(reference)} is asked for, but it is neither set there nor computed. ` +
      `Set it. ${TWO_WAYS} To teach it, add how it comes about to libs/auth-model/src/computed/.`,
  );
}
