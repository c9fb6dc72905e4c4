import type { Expression, Resolver, Resource, ResourceGraph } from '@gatehouse/terraform-json';

import { Block } from '../block';

/**
 * What a stack says besides its managed resources, by name: `provider.aws.east`, `terraform.backend.s3`, `data.aws_region.current`,
 * `output.url`, `local.tags`; and, by its address, what Terraform itself is told of a resource.
 */
export function settingsOf(graph: ResourceGraph, resolver: Resolver): ReadonlyMap<string, Block> {
  const found = new Map<string, Record<string, Expression>>();
  const add = (name: string, entries: Readonly<Record<string, Expression>>): void => {
    if (Object.keys(entries).length > 0) found.set(name, { ...found.get(name), ...entries });
  };
  for (const { type, alias, config } of graph.providers)
    add(alias === undefined ? `provider.${type}` : `provider.${type}.${alias}`, config.entries);
  for (const [name, value] of Object.entries(graph.outputs)) add(`output.${name}`, { value });
  for (const [name, body] of Object.entries(graph.settings ?? {})) add(name, entriesOf(body));
  for (const { from, to } of graph.moves ?? []) add(`moved.${to}`, { from: literal(from) });
  for (const { from, destroys } of graph.removals ?? [])
    add(`removed.${from}`, { destroy: literal(destroys) });
  for (const resource of graph.resources.values()) {
    add(resource.address, {
      ...(resource.mode === 'data' ? resource.config.entries : {}),
      ...metaArguments(resource),
    });
  }
  const blocks = [...found].map(
    ([name, entries]) => [name, new Block({ kind: 'object', entries }, resolver)] as const,
  );
  return new Map(blocks);
}

function entriesOf(body: Expression): Readonly<Record<string, Expression>> {
  return body.kind === 'object' ? body.entries : { value: body };
}

/** Only what is set, so that absent and false are the same. */
function metaArguments({ lifecycle, provider }: Resource): Readonly<Record<string, Expression>> {
  const { createBeforeDestroy, preventDestroy, ignoreChanges, replaceTriggeredBy } = lifecycle;
  const told = {
    provider,
    'lifecycle.create_before_destroy': createBeforeDestroy || undefined,
    'lifecycle.prevent_destroy': preventDestroy || undefined,
    'lifecycle.ignore_changes': ignoreChanges.join(', ') || undefined,
    'lifecycle.replace_triggered_by': replaceTriggeredBy.join(', ') || undefined,
  };
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, literal(value)] as const],
    ),
  );
}

function literal(value: string | boolean): Expression {
  return { kind: 'literal', value };
}
