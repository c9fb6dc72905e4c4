import { GUEST_GROUP, parseRouteKey } from '@gatehouse/access';

import { InfraError } from './infra-error';

export const PROJECT = 'gatehouse';

/** The role that the Lambda runs as. */
const FUNCTION_ROLE = 'api-function';
/** The role with which API Gateway writes access logs. */
const ACCESS_LOG_ROLE = 'api-access-logs';

/** Every physical name, `<project>-<environment>-<purpose>`, is made here and nowhere else. */
export class Names {
  /** What each name begins with: `gatehouse-dev-`. */
  readonly prefix: string;
  readonly stack: string;

  constructor(readonly environment: string) {
    this.stack = `${PROJECT}-${environment}`;
    this.prefix = `${this.stack}-`;
  }

  of(purpose: string): string {
    return `${this.prefix}${purpose}`;
  }

  /** A group's role: `gatehouse-dev-admin`. The Lambda reads the group back from it. */
  groupRole(group: string): string {
    if (group === FUNCTION_ROLE || group === ACCESS_LOG_ROLE)
      throw new InfraError(`Rename the group "${group}": another role has that name.`);
    return this.of(group);
  }

  guestRole(): string {
    return this.of(GUEST_GROUP);
  }

  functionRole(): string {
    return this.of(FUNCTION_ROLE);
  }

  accessLogRole(): string {
    return this.of(ACCESS_LOG_ROLE);
  }
}

/** A route's name in construct ids and statement ids: `GET /items/{id}` → `GetItemsId`. */
export function routeName(key: string): string {
  const route = parseRouteKey(key);
  if (typeof route === 'string') throw new InfraError(`Route "${key}": ${route}.`);
  return [route.method.toLowerCase(), ...route.segments].map(pascalCase).join('');
}

/** A path's name in construct ids: `/items/{id}` → `ItemsId`; the root is `Root`. */
export function pathName(path: string): string {
  return path === '/' ? 'Root' : pascalCase(path);
}

/** A group's name in construct ids: `night-shift` → `NightShift`. */
export function groupName(group: string): string {
  return pascalCase(group);
}

/** Two places with one name would become one construct: refuse them, naming both. */
export function assertDistinctRouteNames(keys: readonly string[]): void {
  const paths = new Set(keys.map((key) => key.split(' ')[1] ?? key));
  assertDistinct('Routes', keys, routeName);
  assertDistinct('Routes', [...paths], pathName);
  assertDistinct('Paths', [...new Set([...paths].flatMap(partsOf))], pathPartId);
}

/** Beside the groups of the table stands the role of visitors. */
export function assertDistinctGroupNames(groups: readonly string[]): void {
  assertDistinct('Groups', [GUEST_GROUP, ...groups], groupName);
}

function assertDistinct(
  what: string,
  rows: readonly string[],
  nameOf: (row: string) => string,
): void {
  const owners = new Map<string, string>();
  for (const row of rows) {
    const name = nameOf(row);
    const owner = owners.get(name);
    if (owner !== undefined)
      throw new InfraError(`${what} "${owner}" and "${row}" are both named ${name}: rename one.`);
    owners.set(name, row);
  }
}

/** `/a/b` → `/a`, `/a/b`: API Gateway has a resource for each. */
function partsOf(path: string): readonly string[] {
  const segments = path.split('/').slice(1);
  return segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`);
}

/** A construct id holds no slash: constructs writes two dashes for each. */
function pathPartId(path: string): string {
  return path.slice(1).replaceAll('/', '--');
}

export function pascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `SignInThrottles` → `sign-in-throttles`. */
export function kebabCase(text: string): string {
  return text.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
