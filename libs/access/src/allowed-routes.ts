import type { GroupRows } from './group-table';
import { groups, isGroupName, type GroupName } from './groups';
import type { RouteRows } from './route-table';
import { isRouteKey, routes, type RouteKey } from './routes';

export interface Tables {
  readonly groups: GroupRows;
  readonly routes: RouteRows;
}

/** The group, what it extends, what that extends, and so on; a circle is followed once. */
export function lineageOf(group: string, groupRows: GroupRows): readonly string[] {
  const lineage: string[] = [];
  let name: string | undefined = group;
  while (name !== undefined && !lineage.includes(name)) {
    lineage.push(name);
    name = groupRows[name]?.extends;
  }
  return lineage;
}

/** The routes a group may call in these tables: its own and those of all it extends, in the order of the rows. */
export function allowedRoutes(group: string, tables: Tables): readonly string[] {
  const lineage = lineageOf(group, tables.groups);
  return Object.entries(tables.routes)
    .filter(([, row]) => row.allow.some((allowed) => lineage.includes(allowed)))
    .map(([key]) => key);
}

/** The routes a group may call: its own and those of all it extends. */
export function routesOf(group: GroupName): readonly RouteKey[] {
  return allowedRoutes(group, { groups, routes }).filter(isRouteKey);
}

export function mayCall(group: GroupName, route: RouteKey): boolean {
  return routesOf(group).includes(route);
}

/** The groups that may call a route, those that inherit it included. */
export function groupsOf(route: RouteKey): readonly GroupName[] {
  return Object.keys(groups)
    .filter(isGroupName)
    .filter((group) => mayCall(group, route));
}
