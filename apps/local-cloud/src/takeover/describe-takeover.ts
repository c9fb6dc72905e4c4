import type { AuthModel } from '@gatehouse/auth-model';

/** What is named of each kind before the rest is counted. */
const MOST_NAMED = 6;

/**
 * What is served now, and what is different from before, in words: `2 methods, 3 roles, 1 function; removed GET /vip`.
 * @param before absent: nothing was served
 */
export function describeTakeover(before: AuthModel | undefined, after: AuthModel): string {
  const old = before === undefined ? new Map<string, string>() : partsOf(before);
  const now = partsOf(after);
  const changes = [
    named(
      'added',
      [...now.keys()].filter((name) => !old.has(name)),
    ),
    named(
      'removed',
      [...old.keys()].filter((name) => !now.has(name)),
    ),
    named(
      'changed',
      [...now.keys()].filter((name) => isOther(old.get(name), now.get(name))),
    ),
  ].filter((words) => words !== '');
  const sizes = [
    counted(routesOf(after).length, 'method'),
    counted(after.roles.length, 'role'),
    counted(after.functions.length, 'function'),
  ].join(', ');
  return [sizes, ...(changes.length === 0 ? ['the same as before'] : changes)].join('; ');
}

/** Everything that people know by name, with a text that is another when it is. */
function partsOf(model: AuthModel): Map<string, string> {
  const { userPools, roles, functions, usagePlans, apiKeys, buckets, identityPools } = model;
  const groups = userPools.flatMap((pool) => pool.groups);
  const stages = model.restApis.flatMap((api) => api.stages);
  const objects = buckets.flatMap((bucket) => bucket.objects);
  return new Map([
    ...routesOf(model).map(({ httpMethod, resourcePath, ...rest }) =>
      part(`${httpMethod} ${resourcePath}`, rest),
    ),
    ...stages.map((stage) => part(`stage ${stage.name}`, { ...stage, deploymentId: undefined })),
    ...roles.map((role) => part(`role ${role.name}`, role)),
    ...functions.map((fn) => part(`function ${fn.name}`, fn)),
    ...groups.map((group) => part(`group ${group.name}`, group)),
    ...userPools.map(({ groups: _, ...pool }) => part(`user pool ${pool.name}`, pool)),
    ...identityPools.map((pool) => part(`identity pool ${pool.name}`, pool)),
    ...usagePlans.map((plan) => part(`usage plan ${plan.name}`, plan)),
    ...apiKeys.map((key) => part(`API key ${key.name}`, key)),
    ...objects.map((object) => part(`file ${object.key}`, object)),
  ]);
}

/** Preflights come and go with their route. */
function routesOf({ restApis }: AuthModel) {
  return restApis.flatMap(({ methods }) =>
    methods.filter(({ httpMethod }) => httpMethod !== 'OPTIONS'),
  );
}

/** The address is Terraform's, and made anew for each store. */
function part(name: string, value: object): readonly [string, string] {
  return [
    name,
    JSON.stringify(value, (key, inside: unknown) => (key === 'address' ? undefined : inside)),
  ];
}

function isOther(old: string | undefined, now: string | undefined): boolean {
  return old !== undefined && old !== now;
}

function named(verb: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const rest = names.length - MOST_NAMED;
  const more = rest > 0 ? ` and ${rest} more` : '';
  return `${verb} ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
