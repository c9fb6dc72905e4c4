import { ALLOWED_DATA_SOURCES, ALLOWED_LIFECYCLE, ALLOWED_RESOURCE_TYPES } from './allowed';
import { gateAddresses } from './gate-addresses';
import { gateRegion } from './gate-providers';
import { blocksOf, labelsOf, quoted, refuseOthers, type JsonObject, type Refuse } from './json';

/**
 * Resources and data sources: their types, and those of their arguments that mean something to Terraform itself.
 * @param providers by what names they may ask for a configuration of the provider
 */
export function gateResources(
  { resource, data }: JsonObject,
  providers: ReadonlySet<string>,
  refuse: Refuse,
): void {
  for (const [type, byName] of labelsOf(resource, 'resource', refuse)) {
    if (!ALLOWED_RESOURCE_TYPES.test(type))
      refuse(`The resource type ${quoted(type)} belongs to no provider on the list.`);
    gateNamed(byName, type, providers, refuse);
  }
  for (const [type, byName] of labelsOf(data, 'data', refuse)) {
    if (!ALLOWED_DATA_SOURCES.some((allowed) => allowed === type))
      refuse(
        `The data source ${quoted(type)} is not on the list of what a plan may read (${ALLOWED_DATA_SOURCES.join(', ')}).`,
      );
    gateNamed(byName, `data.${type}`, providers, refuse);
  }
}

function gateNamed(
  byName: JsonObject[string],
  type: string,
  providers: ReadonlySet<string>,
  refuse: Refuse,
): void {
  for (const [name, bodies] of labelsOf(byName, quoted(type), refuse)) {
    const where = quoted(`${type}.${name}`);
    for (const body of blocksOf(bodies, where, refuse)) {
      gateProvider(body.provider, where, providers, refuse);
      gateRegion(body.region, where, refuse);
      gateAddresses(body.depends_on, `${where}.depends_on`, refuse);
      gateLifecycle(body.lifecycle, where, refuse);
    }
  }
}

/** Terraform installs a provider for whatever name stands here. */
function gateProvider(
  provider: JsonObject[string] | undefined,
  where: string,
  providers: ReadonlySet<string>,
  refuse: Refuse,
): void {
  if (provider === undefined || (typeof provider === 'string' && providers.has(provider))) return;
  refuse(
    `${where}.provider must be one that the stack configures (${[...providers].slice(0, 10).join(', ')}), and is ${quoted(JSON.stringify(provider))}.`,
  );
}

function gateLifecycle(
  lifecycle: JsonObject[string] | undefined,
  where: string,
  refuse: Refuse,
): void {
  for (const block of blocksOf(lifecycle, `${where}.lifecycle`, refuse)) {
    refuseOthers(block, ALLOWED_LIFECYCLE, `${where}.lifecycle`, refuse);
    gateAddresses(block.ignore_changes, `${where}.lifecycle.ignore_changes`, refuse);
    gateAddresses(block.replace_triggered_by, `${where}.lifecycle.replace_triggered_by`, refuse);
  }
}
