import { describeReference } from './resolve';
import { visitReferences, type Resource, type ResourceGraph } from './resource-graph';
import { TerraformJsonError } from './terraform-json-error';

/** The parts of a graph, unchecked. */
export interface GraphParts extends Omit<ResourceGraph, 'resources'> {
  readonly resources: readonly Resource[];
}

/**
 * Makes a graph of its parts: every reference must lead to a resource, and no resource may wait for itself. Readers of other
 * files (plan, state) come in here too, with values that are literal or unknown.
 */
export function buildGraph(parts: GraphParts): ResourceGraph {
  const resources = new Map(parts.resources.map((resource) => [resource.address, resource]));
  const graph: ResourceGraph = { ...parts, resources };
  for (const resource of parts.resources) checkResource(graph, resource);
  for (const [name, value] of Object.entries(graph.outputs)) {
    visitReferences(value, (reference, path) => {
      requireResource(
        graph,
        reference.address,
        `output.${name}.value${path}`,
        describeReference(reference),
      );
    });
  }
  for (const provider of graph.providers) {
    visitReferences(provider.config, (reference, path) => {
      requireResource(
        graph,
        reference.address,
        `provider.${provider.type}${path}`,
        describeReference(reference),
      );
    });
  }
  refuseCycles(graph);
  return graph;
}

function checkResource(graph: ResourceGraph, resource: Resource): void {
  const where = `${resource.mode === 'data' ? '' : 'resource.'}${resource.address}`;
  visitReferences(resource.config, (reference, path) => {
    requireResource(graph, reference.address, `${where}${path}`, describeReference(reference));
  });
  for (const address of resource.dependsOn) {
    requireResource(graph, address, `${where}.depends_on`, address);
  }
  for (const trigger of resource.lifecycle.replaceTriggeredBy) {
    const address =
      /^[^.]+\.[^.[]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?/.exec(trigger)?.[0] ?? trigger;
    requireResource(graph, address, `${where}.lifecycle.replace_triggered_by`, trigger);
  }
}

function requireResource(
  graph: ResourceGraph,
  address: string,
  where: string,
  named: string,
): void {
  if (graph.resources.has(address)) return;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_UNKNOWN_REFERENCE',
    `${graph.fileName}: ${where} refers to ${named}, but the file has no ${address}.`,
  );
}

function refuseCycles(graph: ResourceGraph): void {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (address: string): void => {
    if (done.has(address)) return;
    const start = path.indexOf(address);
    if (start >= 0) throw cycle(graph, [...path.slice(start), address]);
    path.push(address);
    for (const next of dependenciesOf(graph, address)) visit(next);
    path.pop();
    done.add(address);
  };
  for (const address of graph.resources.keys()) visit(address);
}

function dependenciesOf(graph: ResourceGraph, address: string): ReadonlySet<string> {
  const resource = graph.resources.get(address);
  if (resource === undefined) return new Set();
  const addresses = new Set(resource.dependsOn);
  visitReferences(resource.config, ({ address: referenced }) => addresses.add(referenced));
  return addresses;
}

function cycle(graph: ResourceGraph, chain: readonly string[]): TerraformJsonError {
  return new TerraformJsonError(
    'ERR_TERRAFORM_REFERENCE_CYCLE',
    `${graph.fileName}: ${chain.join(' → ')} is a circle, so that none of them can be made first.`,
  );
}
