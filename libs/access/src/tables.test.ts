import assert from 'node:assert/strict';
import { test } from 'node:test';

import { allowedRoutes, groupsOf, mayCall, routesOf } from './allowed-routes';
import { assertTables } from './assert-tables';
import { defineGroups, type GroupRows } from './group-table';
import { groups, isGroupName } from './groups';
import { defineRoutes, type RouteRow, type RouteRows } from './route-table';
import { isRouteKey, routes } from './routes';
import { TablesError } from './tables-error';

const MEMBER = { member: { description: 'everyone' } };
const ADMIN = { admin: { extends: 'member', precedence: 10, description: 'administrators' } };
const row = (...allow: readonly [string, ...string[]]): RouteRow => ({
  allow,
  apiKey: true,
  summary: 'a route',
});

const problemsOf = (tables: { groups?: GroupRows; routes?: RouteRows }): readonly string[] => {
  try {
    assertTables({
      groups: { ...MEMBER, ...ADMIN },
      routes: { 'GET /': row('member') },
      ...tables,
    });
    return [];
  } catch (error) {
    assert.ok(error instanceof TablesError);
    return error.problems;
  }
};

test('the tables of the project hold', () => {
  assertTables({ groups, routes });
});

const SECURE_AND_VIP = {
  groups: { ...MEMBER, ...ADMIN },
  routes: { 'GET /secure': row('member'), 'GET /vip': row('admin') },
};

test('a member may call what members may, and nothing else', () => {
  assert.deepEqual(allowedRoutes('member', SECURE_AND_VIP), ['GET /secure']);
});

test('an administrator keeps what a member may call, as the group role replaces the default one', () => {
  assert.deepEqual(allowedRoutes('admin', SECURE_AND_VIP), ['GET /secure', 'GET /vip']);
});

test('tells of the tables of the project who may call a route, heirs included', () => {
  for (const group of Object.keys(groups).filter(isGroupName)) {
    const allowed = allowedRoutes(group, { groups, routes });
    assert.deepEqual(routesOf(group), allowed);
    for (const route of Object.keys(routes).filter(isRouteKey)) {
      assert.equal(mayCall(group, route), allowed.includes(route), `${group} ${route}`);
      assert.equal(groupsOf(route).includes(group), allowed.includes(route), `${group} ${route}`);
    }
  }
});

test('knows its own names, and not those every object has', () => {
  assert.equal(Object.keys(groups).every(isGroupName), true);
  assert.equal(isGroupName('toString'), false);
  assert.equal(Object.keys(routes).every(isRouteKey), true);
  assert.equal(isRouteKey('constructor'), false);
});

test('inherits through several groups', () => {
  const owner = { owner: { extends: 'admin', precedence: 1, description: 'owners' } };
  const tables = {
    groups: { ...MEMBER, ...ADMIN, ...owner },
    routes: { 'GET /a': row('member'), 'GET /b': row('admin'), 'GET /c': row('owner') },
  };
  assertTables(tables);
  assert.deepEqual(allowedRoutes('owner', tables), ['GET /a', 'GET /b', 'GET /c']);
});

test('refuses a table without a route, of which AWS makes no API', () => {
  assert.deepEqual(problemsOf({ routes: {} }), [
    'there is no route: AWS refuses to deploy an API without methods',
  ]);
});

test('refuses a route that allows a group that does not exist, naming both', () => {
  assert.deepEqual(problemsOf({ routes: { 'GET /a': row('ghost') } }), [
    'route "GET /a" allows "ghost", which is no group',
  ]);
});

test('refuses a group that extends one that does not exist', () => {
  const lost = { lost: { extends: 'ghost', precedence: 1, description: 'lost' } };
  assert.deepEqual(problemsOf({ groups: { ...MEMBER, ...lost } }), [
    'group "lost" extends "ghost", which is no group',
  ]);
});

test('refuses equal precedence, naming the groups: Cognito would prefer neither role', () => {
  const twin = { twin: { extends: 'member', precedence: 10, description: 'twins' } };
  assert.deepEqual(problemsOf({ groups: { ...MEMBER, ...ADMIN, ...twin } }), [
    'groups "admin" and "twin" share precedence 10',
  ]);
});

test('refuses groups that extend one another in a circle, showing it', () => {
  const circle = {
    red: { extends: 'blue', precedence: 1, description: 'red' },
    blue: { extends: 'red', precedence: 2, description: 'blue' },
  };
  assert.deepEqual(problemsOf({ groups: { ...MEMBER, ...circle } }), [
    'group "red" extends in a circle: red → blue → red',
    'group "blue" extends in a circle: blue → red → blue',
  ]);
});

test('refuses a table without the base group, and a base group that extends something', () => {
  assert.match(problemsOf({ groups: {} }).join(), /no group "member"/);
  const odd = { member: { extends: 'member', precedence: 1, description: 'odd' } };
  assert.match(problemsOf({ groups: odd }).join(), /extends nothing and has no precedence/);
});

test('refuses names that neither Cognito nor IAM would take, and the name of the guest role', () => {
  const rows = { extends: 'member', description: 'x' };
  const named = { 'Has Spaces': { ...rows, precedence: 1 }, guest: { ...rows, precedence: 2 } };
  const problems = problemsOf({ groups: { ...MEMBER, ...named } });
  assert.match(problems.join('\n'), /group "Has Spaces": use at most 32/);
  assert.match(problems.join('\n'), /group "guest": that is the role of visitors/);
});

test('refuses a description that IAM would refuse at the last moment', () => {
  const described = { member: { description: 'Everyone — “signed in”' } };
  assert.match(problemsOf({ groups: described }).join(), /group "member": IAM takes at most 1000/);
});

test('refuses a precedence that is no whole number from 0', () => {
  for (const precedence of [-1, 1.5, Number.NaN]) {
    const odd = { odd: { extends: 'member', precedence, description: 'odd' } };
    assert.deepEqual(problemsOf({ groups: { ...MEMBER, ...odd } }), [
      'group "odd" needs a precedence, a whole number from 0',
    ]);
  }
});

const MALFORMED: readonly (readonly [key: string, complaint: RegExp])[] = [
  ['get /a', /its method must be one of/],
  ['OPTIONS /a', /its method must be one of/],
  ['ANY /a', /its method must be one of/],
  ['GET', /METHOD \/path, with one space/],
  ['GET a', /METHOD \/path, with one space/],
  ['GET  /a', /METHOD \/path, with one space/],
  ['GET /a ', /METHOD \/path, with one space/],
  ['GET /a/', /slash at the end/],
  ['GET //a', /empty segment/],
  ['GET /a/../b', /never reaches the gateway/],
  ['GET /a*', /"a\*" is neither letters/],
  ['GET /a%2Fb', /"a%2Fb" is neither letters/],
  ['GET /{id', /"\{id" is neither/],
  ['GET /{rest+}/a', /it must be last/],
  ['GET /{id}/{id}', /names a parameter twice/],
];

for (const [key, complaint] of MALFORMED) {
  test(`refuses the malformed route "${key}", naming it`, () => {
    const problems = problemsOf({ routes: { [key]: row('member') } });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', complaint);
    assert.ok(problems[0]?.includes(`"${key}"`));
  });
}

test('accepts every well-formed route', () => {
  const keys = ['GET /', 'POST /a-b_c.d~e', 'PUT /items/{id}', 'DELETE /items/{id}', 'GET /f/{p+}'];
  assert.deepEqual(
    problemsOf({ routes: Object.fromEntries(keys.map((k) => [k, row('member')])) }),
    [],
  );
});

test('refuses a parameter whose "*" reaches, across "/", a route the same group may not call', () => {
  const reaching = {
    'GET /items/{id}': row('member'),
    'GET /items/{id}/secrets': row('admin'),
  };
  assert.deepEqual(problemsOf({ routes: reaching }), [
    'route "GET /items/{id}" would give group "member" also "GET /items/{id}/secrets", which it may not call: ' +
      'the pattern GET/items/* matches both, as "*" crosses "/" in IAM',
  ]);
});

test('accepts the same reach where the group may call both, or where the method differs', () => {
  const both = { 'GET /items/{id}': row('member'), 'GET /items/{id}/notes': row('member') };
  assert.deepEqual(problemsOf({ routes: both }), []);
  const methods = { 'GET /items/{id}': row('member'), 'DELETE /items/{id}': row('admin') };
  assert.deepEqual(problemsOf({ routes: methods }), []);
});

test('refuses two names for the parameter of one place, which API Gateway cannot hold', () => {
  const names = { 'GET /items/{id}': row('member'), 'PUT /items/{name}': row('member') };
  assert.deepEqual(problemsOf({ routes: names }), [
    'routes "GET /items/{id}" and "PUT /items/{name}" call the same place {id} and {name}',
  ]);
});

test('the compiler too refuses the groups it can see to be wrong', () => {
  const description = 'a group';
  const member = { description };
  // @ts-expect-error: there is no group "ghost"
  const lost = defineGroups({ member, lost: { extends: 'ghost', precedence: 1, description } });
  const twins = defineGroups({
    member,
    // @ts-expect-error: b has this precedence too
    a: { extends: 'member', precedence: 1, description },
    // @ts-expect-error: a has this precedence too
    b: { extends: 'member', precedence: 1, description },
  });
  // @ts-expect-error: everyone who signed in must have a row
  const baseless = defineGroups({ a: { extends: 'a', precedence: 1, description } });
  for (const wrong of [lost, twins, baseless])
    assert.notDeepEqual(problemsOf({ groups: wrong }), []);
});

test('the compiler too refuses the routes it can see to be wrong', () => {
  const define = defineRoutes<'member'>();
  const fine = { allow: ['member'], apiKey: true, summary: 'a route' } as const;
  // @ts-expect-error: there is no group "ghost"
  const ghost = define({ 'GET /a': { ...fine, allow: ['ghost'] } });
  // @ts-expect-error: nobody may call it
  const nobody = define({ 'GET /a': { ...fine, allow: [] } });
  // @ts-expect-error: no such method
  const small = define({ 'get /a': fine });
  // @ts-expect-error: a slash at the end
  const slash = define({ 'GET /a/': fine });
  // @ts-expect-error: an empty segment
  const empty = define({ 'GET /a//b': fine });
  for (const wrong of [ghost, nobody, small, slash, empty])
    assert.notDeepEqual(problemsOf({ groups: MEMBER, routes: wrong }), []);
  // @ts-expect-error: without a key, a call would escape the usage plan
  const open = define({ 'GET /a': { ...fine, apiKey: false } });
  assert.equal(Object.keys(open).length, 1);
});
