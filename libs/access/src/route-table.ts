/** What a route may be called with. OPTIONS is answered by the gateway itself, so it is no route. */
export const ROUTE_METHODS = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'] as const;

export type RouteMethod = (typeof ROUTE_METHODS)[number];

export interface RouteRow<Group extends string = string> {
  /** Groups that may call the route; groups that extend one of them may too. */
  readonly allow: readonly [Group, ...Group[]];
  /** Always: a usage plan throttles only what carries its key. The key throttles; it never authorizes. */
  readonly apiKey: true;
  /** One line for people: navigation and documentation. */
  readonly summary: string;
}

/** A route table whose rows are not known to the compiler: what is checked at synth. */
export type RouteRows = Readonly<Record<string, RouteRow>>;

/** `METHOD /path`: no empty segment, no slash at the end (only the root is one). */
export type WellFormed<Key> = Key extends `${RouteMethod} /${infer Rest}`
  ? Rest extends ''
    ? Key
    : Rest extends `/${string}` | `${string}/` | `${string}//${string}` | `${string} ${string}`
      ? never
      : Key
  : never;

/** Rows that the compiler can follow: well-formed keys, and groups of the group table. */
export type CheckedRoutes<Table, Group extends string> = {
  readonly [Key in keyof Table]: [WellFormed<Key>] extends [never]
    ? 'write the key as METHOD /path'
    : RouteRow<Group>;
};

/** Writes a route table over the names of a group table. */
export function defineRoutes<Group extends string>() {
  return <const Table extends Readonly<Record<string, RouteRow<Group>>>>(
    table: Table & CheckedRoutes<Table, Group>,
  ): Table => table;
}
