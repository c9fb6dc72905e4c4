import {
  BASE_GROUP,
  groups,
  isGroupName,
  isRouteKey,
  routes,
  type GroupName,
  type RouteKey,
} from '@gatehouse/access';

/** A page of the client that calls one route of the table. */
export interface RoutePage {
  readonly key: RouteKey;
  readonly method: string;
  /** Path at the API, with a leading slash; `{name}` stands for a parameter. */
  readonly path: string;
  /** Names of the parameters, in the order of the path. */
  readonly parameters: readonly string[];
  /** Path in this client, without a leading slash. */
  readonly pagePath: string;
  readonly title: string;
  readonly summary: string;
}

/** Pages the client has anyway; a route of the same name moves aside. */
const TAKEN = new Set(['', 'sign-in', 'sign-up', 'confirm', 'account']);

/** `{id}`, or `{rest+}` that takes all that follows. */
export const PARAMETER = /\{(\w+)(\+?)\}/g;

/** One page per row of the route table, in its order. */
export const routePages: readonly RoutePage[] = Object.keys(routes).filter(isRouteKey).map(toPage);

function toPage(key: RouteKey): RoutePage {
  const [method = '', path = ''] = key.split(' ');
  return {
    key,
    method,
    path,
    parameters: [...path.matchAll(PARAMETER)].flatMap(([, name]) => name ?? []),
    pagePath: pagePathOf(method, path),
    title: titleOf(path),
    summary: routes[key].summary,
  };
}

/** `GET /vip` → `vip`, `POST /vip` → `post/vip`, `GET /items/{id}` → `items/id`. */
export function pagePathOf(method: string, path: string): string {
  const plain = path.slice(1).replace(PARAMETER, '$1');
  const own = method === 'GET' ? plain : `${method.toLowerCase()}/${plain}`;
  return TAKEN.has(own) ? `call/${own}` : own;
}

/**
 * `/secure` → "Secure", `/audit-log/{day}` → "Audit log by day", `/items/{id}/notes` → "Items by id, notes"; one short word
 * is an abbreviation: `/vip` → "VIP".
 */
export function titleOf(path: string): string {
  const [first = 'root', ...rest] = path
    .replaceAll('}/', ', ')
    .replaceAll('{', ' by ')
    .split(/[^\p{L}\p{N},]+/u)
    .filter((word) => word !== '');
  const isShort = first.length <= 3 && first !== 'by' && (rest[0] ?? 'by') === 'by';
  const begin = isShort ? first.toUpperCase() : first.charAt(0).toUpperCase() + first.slice(1);
  return [begin, ...rest].join(' ');
}

/** The group whose role this is: role names end with it (`gatehouse-dev-admin`). */
export function groupOfRole(role: string | undefined): GroupName | undefined {
  return Object.keys(groups)
    .filter(isGroupName)
    .filter((name) => role === name || role?.endsWith(`-${name}`) === true)
    .sort((a, b) => b.length - a.length)[0];
}

/** The group whose role a user asks for: the first of the token's that the table knows, else everyone's. */
export function groupOfToken(
  preferredRole: string | undefined,
  tokenGroups: readonly string[],
): GroupName {
  return groupOfRole(preferredRole) ?? tokenGroups.find(isGroupName) ?? BASE_GROUP;
}
