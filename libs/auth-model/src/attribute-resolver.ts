import {
  describeReference,
  known,
  resolve,
  type Expression,
  type Reference,
  type Resource,
  type ResourceGraph,
  type Resolver,
  type Value,
} from '@gatehouse/terraform-json';

import { apiResourcePaths } from './api-resource-paths';
import { AuthModelError } from './auth-model-error';
import { COMPUTED_ATTRIBUTES } from './computed/computed-attributes';
import type { Derivation, Surroundings } from './computed/derivation';
import type { GeneratedAttributes } from './generated-attributes';
import { asText } from './json-types';

/**
 * Says what a reference stands for: what the configuration sets, else what `computed/` derives.
 * @throws AuthModelError where neither knows the attribute
 */
export function attributeResolver(
  graph: ResourceGraph,
  generated: GeneratedAttributes,
  region: string,
): Resolver {
  const settled = new Map<string, Value>();
  const around = {
    region,
    accountId: generated.accountId,
    generated,
    apiResourcePath: (id: string) => apiResourcePaths(graph, resolver).pathOf(id),
  };

  const resolver: Resolver = (reference) => {
    const name = describeReference(reference);
    const before = settled.get(name);
    if (before !== undefined) return before;
    const value = settle(reference);
    settled.set(name, value);
    return value;
  };

  function settle(reference: Reference): Value {
    const resource = graph.resources.get(reference.address);
    if (resource === undefined) throw unknownAttribute(graph, reference);
    const configured = valueAt(resource.config, reference.attribute.split('.'));
    if (configured !== undefined) return resolve(configured, resolver);
    const derivation = derivationOf(resource, reference.attribute);
    if (derivation === undefined) throw unknownAttribute(graph, reference);
    return make(derivation, { ...around, address: resource.address });
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

/** The argument at a path; a block that stands once may be named with or without its index. Null is as good as absent. */
function valueAt(expression: Expression, path: readonly string[]): Expression | undefined {
  const [step, ...rest] = path;
  if (step === undefined) {
    return expression.kind === 'literal' && expression.value === null ? undefined : expression;
  }
  if (expression.kind === 'unknown') return expression;
  if (expression.kind === 'object' && Object.hasOwn(expression.entries, step)) {
    const entry = expression.entries[step];
    return entry === undefined ? undefined : valueAt(entry, rest);
  }
  if (expression.kind === 'object' && step === '0') return valueAt(expression, rest);
  const item = expression.kind === 'list' ? expression.items[Number(step)] : undefined;
  return item === undefined ? undefined : valueAt(item, rest);
}

function derivationOf({ mode, type }: Resource, attribute: string): Derivation | undefined {
  const ofType = COMPUTED_ATTRIBUTES[mode === 'data' ? `data.${type}` : type] ?? {};
  return Object.hasOwn(ofType, attribute) ? ofType[attribute] : undefined;
}

function unknownAttribute(graph: ResourceGraph, reference: Reference): AuthModelError {
  return new AuthModelError(
    'ERR_MODEL_UNKNOWN_ATTRIBUTE',
    `${graph.fileName}: ${describeReference(reference)} is asked for, but it is neither set there nor computed. ` +
      'Set it, or add how it comes about to libs/auth-model/src/computed/.',
  );
}
