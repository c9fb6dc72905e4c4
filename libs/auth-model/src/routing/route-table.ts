/** One entry: `GET` on `/items/{id}`. */
export interface RouteEntry<Target> {
  readonly httpMethod: string;
  readonly resourcePath: string;
  readonly target: Target;
}

export interface RouteMatch<Target> {
  readonly target: Target;
  readonly pathParameters: Readonly<Record<string, string>> | null;
}

export type RouteTable<Target> = (
  path: string,
  httpMethod: string,
) => RouteMatch<Target> | undefined;

interface Node<Target> {
  readonly statics: Map<string, Node<Target>>;
  readonly methods: Map<string, Target>;
  parameter?: { readonly name: string; readonly node: Node<Target> };
  greedy?: { readonly name: string; readonly node: Node<Target> };
}

interface Found<Target> {
  readonly target: Target;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/**
 * Finds the method of a request: of the resources that have it (or `ANY`), the one whose path is told apart first, literal before
 * `{name}` before `{name+}`. A resource without the method leaves the request to a less exact one that has it, as AWS does.
 * Paths are compared as sent, so an escaped spelling of a literal is another path. One slash at the end is not part of a path.
 * Source: API Gateway Developer Guide, "Set up a proxy integration with a proxy resource"; LocalStack's AWS-validated
 * test_proxy_routing_with_hardcoded_resource_sibling.
 */
export function createRouteTable<Target>(
  entries: Iterable<RouteEntry<Target>>,
): RouteTable<Target> {
  const root = createNode<Target>();
  for (const { resourcePath, httpMethod, target } of entries) {
    insert(root, segmentsOf(resourcePath)).methods.set(httpMethod, target);
  }
  return (path, httpMethod) => {
    const found = find(root, segmentsOf(path), 0, httpMethod);
    if (found === undefined) return undefined;
    const { target, parameters } = found;
    return {
      target,
      pathParameters: parameters.length > 0 ? Object.fromEntries(parameters) : null,
    };
  };
}

function createNode<Target>(): Node<Target> {
  return { statics: new Map(), methods: new Map() };
}

function segmentsOf(path: string): readonly string[] {
  const inner = path.slice(1, path.endsWith('/') && path.length > 1 ? -1 : undefined);
  return inner === '' ? [] : inner.split('/');
}

function insert<Target>(root: Node<Target>, segments: readonly string[]): Node<Target> {
  let node = root;
  for (const segment of segments) {
    const [, name, plus] = /^\{([^+}]+)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) {
      const next = node.statics.get(segment) ?? createNode<Target>();
      node.statics.set(segment, next);
      node = next;
    } else if (plus === '+') {
      node = (node.greedy ??= { name, node: createNode<Target>() }).node;
    } else {
      node = (node.parameter ??= { name, node: createNode<Target>() }).node;
    }
  }
  return node;
}

function find<Target>(
  node: Node<Target>,
  segments: readonly string[],
  at: number,
  httpMethod: string,
): Found<Target> | undefined {
  const segment = segments[at];
  if (segment === undefined) return ofMethod(node, httpMethod);
  const literal = node.statics.get(segment);
  const exact = literal && find(literal, segments, at + 1, httpMethod);
  if (exact !== undefined) return exact;
  if (node.parameter !== undefined && segment !== '') {
    const below = find(node.parameter.node, segments, at + 1, httpMethod);
    if (below !== undefined) return withParameter(below, node.parameter.name, segment);
  }
  const rest = node.greedy && ofMethod(node.greedy.node, httpMethod);
  return rest && node.greedy
    ? withParameter(rest, node.greedy.name, segments.slice(at).join('/'))
    : undefined;
}

function ofMethod<Target>(
  { methods }: Node<Target>,
  httpMethod: string,
): Found<Target> | undefined {
  const target = methods.get(httpMethod) ?? methods.get('ANY');
  return target === undefined ? undefined : { target, parameters: [] };
}

function withParameter<Target>(found: Found<Target>, name: string, value: string): Found<Target> {
  return { target: found.target, parameters: [[name, value], ...found.parameters] };
}
