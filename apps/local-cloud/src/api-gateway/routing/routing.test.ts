import assert from 'node:assert/strict';
import test from 'node:test';

import { concretePaths } from './concrete-paths';
import { createRouteTable } from './route-table';
import { splitStagePath } from './stage-path';

const routes = createRouteTable(
  [
    'GET /',
    'GET /secure',
    'ANY /items',
    'GET /items/{id}',
    'GET /items/new',
    'GET /items/{id}/parts',
    'ANY /files/{path+}',
    'GET /files/index',
    'GET /a/{x}/c',
    'GET /a/b/d',
  ].map((target) => {
    const [httpMethod = '', resourcePath = ''] = target.split(' ');
    return { httpMethod, resourcePath, target };
  }),
);

for (const [method, path, target, pathParameters] of [
  ['GET', '/', 'GET /', null],
  ['GET', '/secure', 'GET /secure', null],
  ['GET', '/secure/', 'GET /secure', null],
  ['DELETE', '/items', 'ANY /items', null],
  ['GET', '/items/7', 'GET /items/{id}', { id: '7' }],
  ['GET', '/items/new', 'GET /items/new', null],
  ['GET', '/items/a%2Fb', 'GET /items/{id}', { id: 'a%2Fb' }],
  ['GET', '/items/new/parts', 'GET /items/{id}/parts', { id: 'new' }],
  ['GET', '/a/b/c', 'GET /a/{x}/c', { x: 'b' }],
  ['PUT', '/files/a//b/', 'ANY /files/{path+}', { path: 'a//b' }],
  ['GET', '/files/index', 'GET /files/index', null],
] as const) {
  test(`routes ${method} ${path} to ${target}`, () => {
    assert.deepEqual(routes(path, method), { target, pathParameters });
  });
}

for (const [method, path, why] of [
  ['GET', '/SECURE', 'paths are case-sensitive'],
  ['GET', '/%73ecure', 'an escaped spelling is another path'],
  ['GET', '/secure//', 'only one slash at the end is not part of the path'],
  ['GET', '/x/../secure', 'dots are not resolved'],
  ['GET', '/items//parts', 'a parameter is never empty'],
  ['HEAD', '/secure', 'GET does not stand for HEAD'],
  ['POST', '/files/index', 'a resource without the method does not fall back to a greedy one'],
  ['GET', '/files', 'a greedy parameter is never empty'],
  ['GET', '/constructor', 'nothing is found that was not declared'],
] as const) {
  test(`finds no route for ${method} ${path}: ${why}`, () => {
    assert.equal(routes(path, method), undefined);
  });
}

test('keeps a parameter called __proto__ an ordinary one', () => {
  const odd = createRouteTable([{ httpMethod: 'GET', resourcePath: '/{__proto__}', target: 1 }]);
  assert.equal(JSON.stringify(odd('/x', 'GET')?.pathParameters), '{"__proto__":"x"}');
});

for (const [target, expected] of [
  ['/dev', { stage: 'dev', asSent: '/', path: '/', contextPath: '/dev' }],
  ['/dev/secure', { stage: 'dev', asSent: '/secure', path: '/secure', contextPath: '/dev/secure' }],
  ['//dev/a', { stage: 'dev', asSent: '/a', path: '/a', contextPath: '/dev/a' }],
  ['/dev//a//b/', { stage: 'dev', asSent: '//a//b/', path: '/a//b/', contextPath: '/dev//a//b/' }],
  ['/', undefined],
  ['*', undefined],
  ['http://localhost/dev', undefined],
] as const) {
  test(`splits the target ${target}`, () => {
    assert.deepEqual(splitStagePath(target), expected);
  });
}

for (const [asSent, expected] of [
  ['/secure', ['/secure']],
  ['/secure/', ['/secure/', '/secure']],
  ['//vip', ['//vip', '/vip']],
  ['/a/../vip', ['/a/../vip', '/vip']],
  ['/%76ip', ['/%76ip', '/vip']],
  ['/open/..%2f..%2Fvip', ['/open/..%2f..%2Fvip', '/vip']],
  ['/a%2Fb', ['/a%2Fb', '/a/b']],
  ['/a%zz%2Fb', ['/a%zz%2Fb', '/a%zz/b']],
  ['/', ['/']],
] as const) {
  test(`asks policies about every reading of ${asSent}`, () => {
    assert.deepEqual(concretePaths(asSent), expected);
  });
}
