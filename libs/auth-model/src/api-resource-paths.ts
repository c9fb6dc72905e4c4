import { type ResourceGraph, type Resolver } from '@gatehouse/terraform-json';

import { AuthModelError } from './auth-model-error';
import { isProblem } from './problems';

/** The paths of all API Gateway resources, by id: `/`, `/items`, `/items/{id}`. */
export interface ApiResourcePaths {
  /** @throws AuthModelError when the stack has no resource with this id, or its parents run in a circle */
  pathOf(resourceId: string): string;
}

interface PathStep {
  readonly parentId: string;
  readonly part: string;
}

/**
 * An API's paths hang together by ids alone: each resource names its parent, and the root belongs to the API itself.
 * Source: API Gateway API reference, "CreateResource".
 * @param isLenient a resource whose own part is not settled has no path, and all others have theirs
 */
export function apiResourcePaths(
  graph: ResourceGraph,
  resolver: Resolver,
  isLenient = false,
): ApiResourcePaths {
  const text = (address: string, attribute: string): string => {
    const value = resolver({ address, attribute });
    if (value.kind === 'known' && typeof value.value === 'string') return value.value;
    throw new AuthModelError(
      'ERR_MODEL_NOT_KNOWN',
      `${address}.${attribute} must be settled text: without it, the paths of the API are not known.`,
    );
  };
  const roots = new Set<string>();
  const steps = new Map<string, PathStep>();
  const add = (address: string, type: string): void => {
    if (type === 'aws_api_gateway_rest_api') roots.add(text(address, 'root_resource_id'));
    if (type === 'aws_api_gateway_resource') {
      steps.set(text(address, 'id'), {
        parentId: text(address, 'parent_id'),
        part: text(address, 'path_part'),
      });
    }
  };
  for (const { address, type } of graph.resources.values()) {
    try {
      add(address, type);
    } catch (error) {
      if (!isLenient || !isProblem(error)) throw error;
    }
  }
  return { pathOf: (resourceId) => `/${partsOf(resourceId, roots, steps).join('/')}` };
}

function partsOf(
  resourceId: string,
  roots: ReadonlySet<string>,
  steps: ReadonlyMap<string, PathStep>,
): readonly string[] {
  const parts: string[] = [];
  for (let id = resourceId; !roots.has(id); ) {
    const step = steps.get(id);
    if (step === undefined || parts.length > steps.size) {
      throw new AuthModelError(
        'ERR_MODEL_ORPHAN',
        `The API resource ${resourceId} does not lead to the root of an API in this stack.`,
      );
    }
    parts.unshift(step.part);
    id = step.parentId;
  }
  return parts;
}
