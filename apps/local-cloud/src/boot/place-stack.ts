import { localId } from '@gatehouse/local-ids';
import type { Expression, Resource, ResourceGraph } from '@gatehouse/terraform-json';

import type { Origins } from '../http/open-ports';

/** Types that have an origin of their own, and the fixed one that the first of each takes. */
const PLACED = {
  aws_api_gateway_rest_api: 'api',
  aws_s3_bucket_website_configuration: 'website',
} as const;

/** Something of a stack that has an origin of its own. */
export interface Placed {
  readonly kind: 'api' | 'website';
  /** Of the REST API, or of the website configuration. */
  readonly address: string;
  readonly origin: string;
}

/** Where the APIs and websites of a stack answer. */
export interface Placement {
  /** What has the fixed port. */
  first(kind: Placed['kind']): Placed | undefined;
  /** Those that have a port beyond the fixed ones, in the order of the ports. */
  readonly further: readonly Placed[];
  /** The first API's for one that is not in the stack. */
  apiOrigin(apiId: string): string;
  /** @param address of the website configuration */
  websiteOrigin(address: string): string;
}

/** How many APIs and websites a stack has beyond the first of each. */
export function countFurther(graph: ResourceGraph): number {
  const kinds = placedResources(graph).map(({ kind }) => kind);
  return kinds.length - new Set(kinds).size;
}

/**
 * Gives the first API and the first website the fixed origins, and each other one the next further origin.
 * @param further origins, `countFurther` of them
 */
export function placeStack(
  graph: ResourceGraph,
  origins: Pick<Origins, 'website' | 'api'>,
  further: readonly string[],
): Placement {
  const placed: Placed[] = [];
  const beyond: Placed[] = [];
  const byApiId = new Map<string, string>();
  for (const { kind, resource } of placedResources(graph)) {
    const isFirst = placed.every((other) => other.kind !== kind);
    const origin = (isFirst ? origins[kind] : further[beyond.length]) ?? origins[kind];
    const one = { kind, address: resource.address, origin };
    placed.push(one);
    if (!isFirst) beyond.push(one);
    if (kind === 'api') byApiId.set(apiIdOf(resource), origin);
  }
  const byAddress = new Map(placed.map(({ address, origin }) => [address, origin]));
  return {
    first: (kind) => placed.find((one) => one.kind === kind),
    further: beyond,
    apiOrigin: (apiId) => byApiId.get(apiId) ?? origins.api,
    websiteOrigin: (address) => byAddress.get(address) ?? origins.website,
  };
}

function placedResources({ resources }: ResourceGraph) {
  const types: Readonly<Record<string, Placed['kind']>> = PLACED;
  return [...resources.values()].flatMap((resource) => {
    const kind = Object.hasOwn(types, resource.type) ? types[resource.type] : undefined;
    return kind !== undefined && resource.mode === 'managed' ? [{ kind, resource }] : [];
  });
}

/** A state has the id that AWS gave; a configuration gets the one that this cloud gives. */
function apiIdOf({ address, config }: Resource): string {
  return textOf(config.entries.id) ?? localId('rest-api', address, '');
}

export function textOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'literal' || typeof expression.value !== 'string') return undefined;
  return expression.value;
}
