import { TWO_WAYS, type Resource, type ResourceGraph } from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';
import { BlockReader } from './block-reader';
import { DATA_SOURCES } from './computed/computed-attributes';
import type { AuthModel } from './model';
import { reasonToLeaveOut } from './not-modelled';
import { isProblem, problemOf, type Problems } from './problems';
import type { ReadContext } from './read-context';
import { READER_OF, type Parts, type ReadType } from './readers/readers';

/** What the readers made of a graph, by resource type. */
export interface CollectedParts {
  readonly of: <Type extends ReadType>(type: Type) => readonly Parts[Type][];
  readonly notModelled: AuthModel['notModelled'];
  /** A state repeats in some resources what others say of them, as it was when it was last read. */
  readonly isState: boolean;
  readonly problems: Problems;
}

/** Gives every resource to the reader of its type. */
export function collectParts(graph: ResourceGraph, context: ReadContext): CollectedParts {
  const notModelled = [];
  for (const { address, mode, type } of graph.resources.values()) {
    const because = mode === 'managed' ? reasonToLeaveOut(type) : undefined;
    if (because !== undefined) notModelled.push({ address, because });
    else if (isRead(graph, mode, type)) continue;
    else if (!context.problems.areCollected) throw unknownType(graph, { address, mode, type });
    else notModelled.push({ address, because: `its type, ${type}, is not known here` });
  }
  const read = readAll(graph, context);
  const { isState, problems } = context;
  return { of: (type) => read[type], notModelled, isState, problems };
}

type AllParts = { readonly [Type in ReadType]: readonly Parts[Type][] };

/** Every type is read, wanted or not: a reader also refuses what nobody has considered. */
function readAll(graph: ResourceGraph, context: ReadContext): AllParts {
  const types = Object.keys(READER_OF) as ReadType[];
  const entries = types.map((type) => [type, partsOf(graph, context, type)] as const);
  // Object.fromEntries forgets which parts are of which type; partsOf has just said so.
  return Object.fromEntries(entries) as unknown as AllParts;
}

function partsOf<Type extends ReadType>(
  graph: ResourceGraph,
  context: ReadContext,
  type: Type,
): readonly Parts[Type][] {
  const read = READER_OF[type];
  const parts: Parts[Type][] = [];
  for (const resource of graph.resources.values()) {
    if (resource.mode !== 'managed' || resource.type !== type) continue;
    parts.push(...readPart(graph, context, resource, read));
  }
  return parts;
}

/** @returns nothing where it cannot be read, and the rest is to be */
function readPart<Part>(
  graph: ResourceGraph,
  context: ReadContext,
  { address, provider, config }: Resource,
  read: (block: BlockReader) => Part,
): readonly Part[] {
  const { problems, region } = context;
  try {
    requireDefaultProvider(graph, { address, provider, region, problems });
    const block = new BlockReader(address, config, context);
    const part = read(block);
    block.end();
    return [part];
  } catch (error) {
    if (!problems.areCollected || !isProblem(error)) throw error;
    problems.report(address, '', problemOf(error));
    return [];
  }
}

/** What a data source told is in a state already, wherever it was used. */
function isRead(
  { kind }: Pick<ResourceGraph, 'kind'>,
  mode: Resource['mode'],
  type: string,
): boolean {
  if (mode === 'managed') return Object.hasOwn(READER_OF, type);
  return kind !== 'configuration' || DATA_SOURCES.includes(type);
}

/** Whether a type is read, or left out with a reason. */
export function isModelledType(
  graph: Pick<ResourceGraph, 'kind'>,
  { mode, type }: Pick<Resource, 'mode' | 'type'>,
): boolean {
  return isRead(graph, mode, type) || (mode === 'managed' && reasonToLeaveOut(type) !== undefined);
}

function unknownType(
  graph: ResourceGraph,
  { address, mode, type }: Pick<Resource, 'address' | 'mode' | 'type'>,
): AuthModelError {
  const todo =
    mode === 'data'
      ? `${TWO_WAYS} To teach it, add its attributes to libs/auth-model/src/computed/.`
      : 'Take it out of what is played (docs/any-stack.md lists the types). To teach it, add a reader to libs/auth-model/src/readers/readers.ts, or the reason to leave it out to libs/auth-model/src/not-modelled.ts.';
  return new AuthModelError(
    'ERR_MODEL_UNKNOWN_TYPE',
    `${graph.fileName}: ${address} is of type ${type}, which is neither read nor left out with a reason. ${todo}`,
  );
}

/** ARNs are made for one region and one account. */
function requireDefaultProvider(
  graph: ResourceGraph,
  {
    address,
    provider,
    region,
    problems,
  }: Pick<Resource, 'address'> &
    Pick<ReadContext, 'region' | 'problems'> & { readonly provider: string | undefined },
): void {
  if (provider?.includes('.') !== true) return;
  const words = `${graph.fileName}: ${address} uses the provider ${provider}, but everything must use the default one, in ${region}.`;
  problems.report(address, 'provider', new AuthModelError('ERR_MODEL_UNSUPPORTED', words));
}
