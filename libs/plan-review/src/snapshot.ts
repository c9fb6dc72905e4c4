import {
  AuthModelError,
  isModelledType,
  readAuthModel,
  symbolicAttributes,
  symbolicResolver,
  type AuthModel,
} from '@gatehouse/auth-model';
import { TerraformJsonError, type ResourceGraph } from '@gatehouse/terraform-json';

import type { Block } from './block';
import { ResourceView } from './resource-view';
import { settingsOf } from './settings/settings-of';

/** A stack at one moment: each of its resources, and the model of who may call what. */
export interface Snapshot {
  readonly graph: ResourceGraph;
  /** Of every resource, data sources too, by address. */
  readonly resources: ReadonlyMap<string, ResourceView>;
  /** The managed resources of a type, in the order of the file. */
  readonly ofType: (...types: readonly string[]) => readonly ResourceView[];
  /** What is said beside the arguments of managed resources, by name: `provider.aws`, `terraform.backend.s3`, `output.url`. */
  readonly settings: ReadonlyMap<string, Block>;
  /** Absent: something of the stack is not understood, and `whyNoModel` says what. */
  readonly model?: AuthModel;
  readonly whyNoModel?: string;
  /** Resources of types that the model does not know, and that it was read without. */
  readonly unknownTypes: readonly ResourceView[];
}

/** Reads a graph as far as it can be understood. A type that nobody knows keeps nothing else from being read. */
export function toSnapshot(graph: ResourceGraph): Snapshot {
  const resolver = symbolicResolver(graph);
  const views = [...graph.resources.values()].map(
    (resource) => new ResourceView(resource, resolver),
  );
  const managed = views.filter(({ mode }) => mode === 'managed');
  const byType = new Map<string, ResourceView[]>();
  for (const view of managed) {
    const others = byType.get(view.type);
    if (others === undefined) byType.set(view.type, [view]);
    else others.push(view);
  }
  return {
    graph,
    resources: new Map(views.map((view) => [view.address, view])),
    ofType: (...types) =>
      types.length === 1
        ? (byType.get(types[0] ?? '') ?? [])
        : managed.filter(({ type }) => types.includes(type)),
    settings: settingsOf(graph, resolver),
    unknownTypes: views.filter((view) => !isModelledType(graph, view)),
    ...readModel(graph),
  };
}

/** Where nothing is. */
export function emptySnapshot(): Snapshot {
  return toSnapshot({
    kind: 'configuration',
    fileName: 'nothing',
    resources: new Map(),
    providers: [],
    outputs: {},
  });
}

function readModel(graph: ResourceGraph): Pick<Snapshot, 'model' | 'whyNoModel'> {
  const isEmpty = ![...graph.resources.values()].some(({ mode }) => mode === 'managed');
  if (isEmpty) return { model: EMPTY };
  try {
    return { model: readAuthModel(graph, symbolicAttributes, { leaveOutWhatCannotBeRead: true }) };
  } catch (error) {
    if (error instanceof AuthModelError || error instanceof TerraformJsonError) {
      return { whyNoModel: error.message };
    }
    throw error;
  }
}

/** Nothing is there: nobody can call anything. */
const EMPTY: AuthModel = {
  region: '',
  accountId: symbolicAttributes.accountId,
  userPools: [],
  identityPools: [],
  roles: [],
  restApis: [],
  apiKeys: [],
  usagePlans: [],
  functions: [],
  buckets: [],
  outputs: {},
  notModelled: [],
  unsupported: [],
  unread: [],
};
