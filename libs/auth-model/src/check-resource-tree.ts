import type { Problems } from './problems';
import type { ApiResourcePart } from './readers/api-resource';
import type { Owned } from './readers/owned';
import { refusedByAws } from './refused-by-aws';
import { refuseTwins } from './refuse-twins';

type ApiResource = Owned<ApiResourcePart>;

/**
 * What API Gateway refuses of resources that lie beside or below each other. A greedy variable counts as a variable, whatever the
 * Developer Guide's example of proxy resources says.
 * Source: GitHub, serverless/serverless#3075 and localstack/localstack#7746, which tried it.
 */
export function checkResourceTree(resources: readonly ApiResource[], problems: Problems): void {
  refuseTwins(
    resources,
    {
      attribute: 'path_part',
      keyOf: ({ owner, value }) => `${owner} ${value.path}`,
      words: ({ path }) =>
        `Another resource with the same parent already has this name: ${partOf(path)}`,
    },
    problems,
  );
  const variables = new Map<string, ApiResource>();
  for (const resource of resources) {
    refuseBelowGreedy(resource, problems);
    if (!partOf(resource.value.path).startsWith('{')) continue;
    const place = `${resource.owner} ${parentOf(resource.value.path)}`;
    const first = variables.get(place);
    variables.set(place, first ?? resource);
    if (first !== undefined) refuseSibling(resource, first, problems);
  }
}

function refuseBelowGreedy({ address, value: { path } }: ApiResource, problems: Problems): void {
  const greedy = /\{[^{}/]+\+\}(?=\/)/.exec(path)?.[0];
  if (greedy === undefined) return;
  const error = refusedByAws(
    `${address} is ${path}`,
    `Cannot create a child of a resource with a greedy path variable: ${greedy}`,
    `Hang it beside ${greedy}, which takes whatever lies below.`,
  );
  problems.report(address, 'parent_id', error);
}

function refuseSibling(
  { address, value: { path } }: ApiResource,
  first: ApiResource,
  problems: Problems,
): void {
  // A twin, which is refused as such.
  if (path === first.value.path) return;
  const error = refusedByAws(
    `${address}.path_part is ${JSON.stringify(partOf(path))}`,
    `A sibling (${partOf(first.value.path)}) of this resource already has a variable path part -- only one is allowed`,
    `Take ${first.address} for both, or put a fixed part before one.`,
  );
  problems.report(address, 'path_part', error);
}

function partOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
