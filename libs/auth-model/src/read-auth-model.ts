import { resolve, type ResourceGraph } from '@gatehouse/terraform-json';

import { assembleFunctions, assembleRestApis, assembleUsagePlans } from './assemble-api';
import { assembleIdentityPools, assembleRoles, assembleUserPools } from './assemble-identity';
import { assembleBuckets } from './assemble-site';
import { attributeResolver } from './attribute-resolver';
import { AuthModelError } from './auth-model-error';
import type { Unsupported } from './block-reader';
import { collectParts } from './collect-parts';
import type { GeneratedAttributes } from './generated-attributes';
import type { AuthModel } from './model';

/**
 * Reads everything of a stack that decides who may call what.
 * @param generated the ids of a local cloud, or `symbolicAttributes` where there is no cloud
 * @throws AuthModelError with one sentence that names the resource, the attribute and what to do
 */
export function readAuthModel(graph: ResourceGraph, generated: GeneratedAttributes): AuthModel {
  const region = readRegion(graph);
  const resolver = attributeResolver(graph, generated, region);
  const unsupported: Unsupported[] = [];
  const reportUnsupported = (entry: Unsupported): void => {
    unsupported.push(entry);
  };
  const parts = collectParts(graph, { resolver, region, reportUnsupported });
  const outputs = Object.entries(graph.outputs).map(
    ([name, value]) => [name, resolve(value, resolver)] as const,
  );
  return {
    region,
    accountId: generated.accountId,
    userPools: assembleUserPools(parts),
    identityPools: assembleIdentityPools(parts),
    roles: assembleRoles(parts),
    restApis: assembleRestApis(parts),
    apiKeys: parts.of('aws_api_gateway_api_key'),
    usagePlans: assembleUsagePlans(parts),
    functions: assembleFunctions(parts),
    buckets: assembleBuckets(parts),
    outputs: Object.fromEntries(outputs),
    notModelled: parts.notModelled,
    unsupported,
  };
}

/** ARNs and addresses hold the region, so that it must stand in the file. */
function readRegion(graph: ResourceGraph): string {
  const provider = graph.providers.find(({ type, alias }) => type === 'aws' && alias === undefined);
  const region = provider?.config.entries.region;
  if (region?.kind === 'literal' && typeof region.value === 'string') return region.value;
  throw new AuthModelError(
    'ERR_MODEL_NOT_KNOWN',
    `${graph.fileName}: provider.aws has no region written out. ARNs hold the region: set it.`,
  );
}
