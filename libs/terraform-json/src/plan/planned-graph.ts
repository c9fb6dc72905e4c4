import { buildGraph } from '../build-graph';
import type { ObjectExpression } from '../expression';
import { isJsonObject } from '../json-object';
import type { ProviderConfiguration, Resource, ResourceGraph } from '../resource-graph';
import { settledArguments } from '../settled-values';
import { regionsOf, settledResource, type SettledResource } from '../state-graph';
import type { Json, JsonObject } from '../value';
import { configurationIndex } from './configuration-of';
import { overlayUnknown } from './overlay-unknown';

export interface PlannedParts {
  readonly fileName: string;
  readonly resources: readonly SettledResource[];
  /** The data sources that Terraform could read already. */
  readonly told: readonly SettledResource[];
  /** `configuration` of the plan. */
  readonly configuration: JsonObject;
  /** Address → `after_unknown`. */
  readonly unknown: ReadonlyMap<string, Json>;
}

/** The objects that are there before the plan, as a state. There may be none. */
export function priorGraph(
  resources: readonly SettledResource[],
  configuration: JsonObject,
  fileName: string,
): ResourceGraph {
  return buildGraph({
    kind: 'state',
    fileName,
    resources: resources.map((resource) => settledResource(resource, fileName)),
    providers: providersOf(configuration, resources, fileName),
    outputs: {},
  });
}

/**
 * The objects that will be there. What only `apply` will tell is taken from the configuration where that says it as a reference, and
 * is left out where nobody has set it: the model then derives it.
 */
export function plannedGraph({
  fileName,
  resources,
  told,
  configuration,
  unknown,
}: PlannedParts): ResourceGraph {
  const all = [...resources, ...told];
  const sourceOf = configurationIndex(configuration);
  const addresses = new Set(all.map(({ address }) => address));
  return buildGraph({
    kind: 'plan',
    fileName,
    resources: all.map((resource): Resource => {
      const settled = settledResource(resource, fileName);
      const mask = unknown.get(resource.address);
      if (mask === undefined || mask === false) return settled;
      const source = sourceOf(resource.address);
      const config = overlayUnknown(settled.config, mask, source, {
        addresses,
        where: `${fileName}: ${resource.address}`,
      });
      return { ...settled, config: config as ObjectExpression };
    }),
    providers: providersOf(configuration, resources, fileName),
    outputs: {},
  });
}

/** The configuration names the region; where it does not, the first resource that is in one does. */
function providersOf(
  { provider_config: providers }: JsonObject,
  resources: readonly SettledResource[],
  fileName: string,
): readonly ProviderConfiguration[] {
  const region = configuredRegion(providers) ?? [...regionsOf(resources).keys()][0];
  if (region === undefined) return [];
  return [{ type: 'aws', config: settledArguments({ region }, `${fileName}: provider.aws`) }];
}

function configuredRegion(providers: Json | undefined): string | undefined {
  const aws = isJsonObject(providers) ? providers.aws : undefined;
  const expressions = isJsonObject(aws) ? aws.expressions : undefined;
  const region = isJsonObject(expressions) ? expressions.region : undefined;
  const value = isJsonObject(region) ? region.constant_value : undefined;
  return typeof value === 'string' && !value.includes('${') ? value : undefined;
}
