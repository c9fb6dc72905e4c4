import {
  buildGraph,
  TerraformJsonError,
  type Resource,
  type ResourceGraph,
  type TerraformPlan,
} from '@gatehouse/terraform-json';

import { forgottenIn, withForgotten } from '../kept/forgotten';
import { toSnapshot, type Snapshot } from '../snapshot';
import { fillUnknown } from './fill-unknown';

/** The configurations that a plan came of. They know what it does not: names of constructs, lifecycles, and what is written where. */
export interface Configurations {
  readonly base?: Snapshot;
  readonly head?: Snapshot;
}

/** What is there (`prior_state`) and what will be (`planned_values`). Nothing is there before the first apply. */
export function snapshotsOfPlan(
  plan: TerraformPlan,
  { base, head }: Configurations,
): { readonly base?: Snapshot; readonly head: Snapshot } {
  const { before } = plan;
  const after = withForgotten(plan.after, before, forgottenIn(before, plan.after, plan));
  const planned = toSnapshot(filled(named(after, head, base), head));
  const isFirst = ![...before.resources.values()].some(({ mode }) => mode === 'managed');
  return isFirst
    ? { head: planned }
    : { base: toSnapshot(named(before, base, head)), head: planned };
}

/** With what the configuration says beside arguments; where it has no such resource any more, or not yet, what the other says. */
function named(graph: ResourceGraph, ...from: readonly (Snapshot | undefined)[]): ResourceGraph {
  if (from.every((one) => one === undefined)) return graph;
  const resources = [...graph.resources.values()].map((resource): Resource => {
    const written = from.flatMap((one) => one?.graph.resources.get(resource.address) ?? [])[0];
    if (written === undefined) return resource;
    const { constructPath, lifecycle } = written;
    return { ...resource, lifecycle, ...(constructPath === undefined ? {} : { constructPath }) };
  });
  return { ...graph, resources: byAddress(resources) };
}

/** Only `apply` will tell it, and the configuration says where it comes from. */
function filled(graph: ResourceGraph, head: Snapshot | undefined): ResourceGraph {
  if (head === undefined) return graph;
  const addresses = new Set(graph.resources.keys());
  const resources = [...graph.resources.values()].map((resource): Resource => {
    const written = head.graph.resources.get(resource.address)?.config;
    const config = fillUnknown(resource.config, written, addresses);
    return config.kind === 'object' && config !== resource.config
      ? { ...resource, config }
      : resource;
  });
  if (resources.every((resource) => graph.resources.get(resource.address) === resource))
    return graph;
  try {
    return buildGraph({ ...graph, resources: resources.map(withoutDependencies) });
  } catch (error) {
    // A plan of another configuration: together they may make a circle. What is not known stays so.
    if (error instanceof TerraformJsonError) return graph;
    throw error;
  }
}

/** Lifecycles name resources of the configuration, which are not all planned. */
function withoutDependencies(resource: Resource): Resource {
  return { ...resource, lifecycle: { ...resource.lifecycle, replaceTriggeredBy: [] } };
}

function byAddress(resources: readonly Resource[]): ResourceGraph['resources'] {
  return new Map(resources.map((resource) => [resource.address, resource]));
}
