import type { Expression, ObjectExpression } from './expression';
import type { Resource, ResourceGraph } from './resource-graph';
import type { Reference } from './value';

/**
 * The same graph with other addresses, wherever one stands: what a `moved` block makes of a state.
 * @param names the old address → the new one
 */
export function renameAddresses(
  graph: ResourceGraph,
  names: ReadonlyMap<string, string>,
): ResourceGraph {
  if (names.size === 0) return graph;
  const resources = [...graph.resources.values()].map((one) => renameResource(one, names));
  return {
    ...graph,
    resources: new Map(resources.map((resource) => [resource.address, resource])),
    providers: graph.providers.map((one) => ({ ...one, config: inObject(one.config, names) })),
    outputs: inEntries(graph.outputs, names),
    ...(graph.settings === undefined ? {} : { settings: inEntries(graph.settings, names) }),
  };
}

type Names = ReadonlyMap<string, string>;

function renameResource(resource: Resource, names: Names): Resource {
  const address = names.get(resource.address);
  const { lifecycle } = resource;
  return {
    ...resource,
    ...(address === undefined ? {} : { address, name: nameIn(address) ?? resource.name }),
    config: inObject(resource.config, names),
    dependsOn: resource.dependsOn.map((one) => names.get(one) ?? one),
    lifecycle: {
      ...lifecycle,
      replaceTriggeredBy: lifecycle.replaceTriggeredBy.map((one) => inTrigger(one, names)),
    },
  };
}

const nameIn = (address: string): string | undefined => /^[^.]+\.([^.[]+)/.exec(address)?.[1];

/** A resource, or one attribute of it. */
function inTrigger(trigger: string, names: Names): string {
  for (const [from, to] of names)
    if (trigger === from || trigger.startsWith(`${from}.`)) return to + trigger.slice(from.length);
  return trigger;
}

function inObject({ kind, entries }: ObjectExpression, names: Names): ObjectExpression {
  return { kind, entries: inEntries(entries, names) };
}

function inEntries(
  entries: Readonly<Record<string, Expression>>,
  names: Names,
): Readonly<Record<string, Expression>> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, inExpression(entry, names)]),
  );
}

function inExpression(expression: Expression, names: Names): Expression {
  const each = (one: Expression): Expression => inExpression(one, names);
  switch (expression.kind) {
    case 'literal':
    case 'unknown':
      return expression;
    case 'reference':
      return { ...expression, reference: inReference(expression.reference, names) };
    case 'template':
      return {
        ...expression,
        parts: expression.parts.map((part) =>
          typeof part === 'string' ? part : inReference(part, names),
        ),
      };
    case 'call':
      return { ...expression, args: expression.args.map(each) };
    case 'list':
      return { ...expression, items: expression.items.map(each) };
    case 'object':
      return inObject(expression, names);
  }
}

function inReference(reference: Reference, names: Names): Reference {
  const address = names.get(reference.address);
  return address === undefined ? reference : { ...reference, address };
}
