import {
  resolve,
  type Expression,
  type Json,
  type Resolver,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@gatehouse/terraform-json';

import { assembleFunctions, assembleRestApis } from './assemble-api';
import { assembleIdentityPools, assembleRoles, assembleUserPools } from './assemble-identity';
import { assembleBuckets } from './assemble-site';
import { assembleUsagePlans } from './assemble-usage-plans';
import { attributeResolver } from './attribute-resolver';
import { AuthModelError } from './auth-model-error';
import type { ReadContext, Unsupported } from './read-context';
import { collectParts } from './collect-parts';
import type { GeneratedAttributes } from './generated-attributes';
import type { AuthModel } from './model';
import { collectedIn, isProblem, THROWN, type Unread } from './problems';
import { regionOf } from './symbolic-resolver';

export interface ReadOptions {
  /**
   * What cannot be read is left out and named in `unread`, and what depends on it is not known, instead of nothing being read:
   * resources of types that nobody has considered, and arguments that are refused, wrong or not settled.
   * @default false: what is not considered might decide something
   */
  readonly leaveOutWhatCannotBeRead?: boolean;
}

/**
 * Reads everything of a stack that decides who may call what.
 * @param given the ids of a local cloud, or `symbolicAttributes` where there is no cloud; a state has its own
 * @throws AuthModelError with one sentence that names the resource, the attribute and what to do
 */
export function readAuthModel(
  graph: ResourceGraph,
  given: GeneratedAttributes,
  { leaveOutWhatCannotBeRead: isLenient = false }: ReadOptions = {},
): AuthModel {
  const isState = graph.kind !== 'configuration';
  const generated = isState ? toldBy(graph, given) : given;
  const region = isLenient ? regionOf(graph) : readRegion(graph);
  const resolver = attributeResolver(graph, generated, region, isLenient);
  const unread: Unread[] = [];
  const unsupported: Unsupported[] = [];
  const reportUnsupported = (entry: Unsupported): void => {
    unsupported.push(entry);
  };
  const parts = collectParts(graph, {
    resolver,
    region,
    isState,
    defaultTags: isState ? {} : readDefaultTags(graph, resolver),
    reportUnsupported,
    problems: isLenient ? collectedIn(unread) : THROWN,
  });
  return {
    region,
    accountId: generated.accountId,
    userPools: assembleUserPools(parts),
    identityPools: assembleIdentityPools(parts, reportUnsupported),
    roles: assembleRoles(parts),
    restApis: assembleRestApis(parts),
    apiKeys: parts.of('aws_api_gateway_api_key'),
    usagePlans: assembleUsagePlans(parts),
    functions: assembleFunctions(parts, reportUnsupported),
    buckets: assembleBuckets(parts),
    outputs: readOutputs(graph, resolver, isLenient),
    notModelled: parts.notModelled,
    unsupported,
    unread,
  };
}

/** They decide nothing: one that cannot be worked out is not known. */
function readOutputs(
  graph: ResourceGraph,
  resolver: Resolver,
  isLenient: boolean,
): AuthModel['outputs'] {
  const settle = (value: Expression): Value => {
    try {
      return resolve(value, resolver);
    } catch (error) {
      if (!isLenient || !isProblem(error)) throw error;
      return { kind: 'unknown', because: error.message };
    }
  };
  return Object.fromEntries(
    Object.entries(graph.outputs).map(([name, value]) => [name, settle(value)] as const),
  );
}

/**
 * What the provider tags every resource with; a state has them at each. Those that are not settled are left out, as a role's own are.
 * Source: Terraform documentation, AWS provider, "default_tags".
 */
function readDefaultTags(graph: ResourceGraph, resolver: Resolver): ReadContext['defaultTags'] {
  const provider = graph.providers.find(({ type, alias }) => type === 'aws' && alias === undefined);
  const blocks = provider?.config.entries.default_tags;
  const value = blocks && resolve(blocks, resolver);
  if (value?.kind !== 'known') return {};
  const [block] = Array.isArray(value.value) ? (value.value as readonly Json[]) : [value.value];
  const { tags } = (block ?? {}) as { readonly tags?: Readonly<Record<string, Json>> };
  return Object.fromEntries(
    Object.entries(tags ?? {}).flatMap(([name, tag]) =>
      typeof tag === 'string' ? [[name, tag] as const] : [],
    ),
  );
}

/** ARNs and addresses hold the region, so that it must stand in the file. */
function readRegion(graph: ResourceGraph): string {
  const provider = graph.providers.find(({ type, alias }) => type === 'aws' && alias === undefined);
  const region = provider?.config.entries.region;
  if (region?.kind === 'literal' && typeof region.value === 'string') return region.value;
  if (graph.kind === 'state') {
    throw new AuthModelError(
      'ERR_MODEL_NOT_KNOWN',
      `${graph.fileName}: no resource says in which region it is, so that there is nothing here to be called. Give the state of a whole stack.`,
    );
  }
  throw new AuthModelError(
    'ERR_MODEL_NOT_KNOWN',
    `${graph.fileName}: provider.aws has no region written out. ARNs hold the region: set it.`,
  );
}

/** What has been applied has its ids: one made up in place of a missing one would be another's. */
function toldBy(graph: ResourceGraph, given: GeneratedAttributes): GeneratedAttributes {
  const accountId = accountIn(graph) ?? given.accountId;
  // What is only planned has none yet.
  if (graph.kind === 'plan') return { ...given, accountId };
  return {
    ...given,
    accountId,
    id: (kind, address) => {
      throw new AuthModelError(
        'ERR_MODEL_NOT_KNOWN',
        `${graph.fileName}: ${address} has no ${kind} id, which AWS gives to whatever is applied. Apply it again.`,
      );
    },
  };
}

/** Its ARNs say whose it is. */
function accountIn({ resources }: ResourceGraph): string | undefined {
  for (const { mode, config } of resources.values()) {
    const account = mode === 'managed' ? accountOf(config.entries.arn) : undefined;
    if (account !== undefined) return account;
  }
  return undefined;
}

function accountOf(arn: Resource['config']['entries'][string] | undefined): string | undefined {
  if (arn?.kind !== 'literal' || typeof arn.value !== 'string') return undefined;
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn.value)?.[1];
}
