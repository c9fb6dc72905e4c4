import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { createRouteTable } from './route-table';

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
    'POST /test',
    'ANY /test/any',
    'OPTIONS /{proxy+}',
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
  ['POST', '/files/index', 'ANY /files/{path+}', { path: 'index' }],
  ['POST', '/test', 'POST /test', null],
  ['OPTIONS', '/test', 'OPTIONS /{proxy+}', { proxy: 'test' }],
  ['OPTIONS', '/test/any', 'ANY /test/any', null],
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
  ['POST', '/secure', 'no resource that fits has the method'],
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

const segment = fc.constantFrom('a', 'b', '{x}', '{y}');
const template = fc
  .tuple(fc.array(segment, { maxLength: 3 }), fc.constantFrom('', '/{rest+}'))
  .map(([segments, greedy]) => `${segments.map((one) => `/${one}`).join('')}${greedy}` || '/');
const entry = fc.record({ httpMethod: fc.constantFrom('GET', 'ANY'), resourcePath: template });
// Slashes in front have been made one before anything is routed.
const path = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 4 })
  .filter(([first]) => first !== '');

test('finds, of all methods that fit, the one whose path is told apart first', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), path, (entries, segments) => {
      // AWS allows one parameter name beside the same siblings.
      const own = entries.map((one) => ({
        ...one,
        resourcePath: one.resourcePath.replaceAll('{y}', '{x}'),
      }));
      const table = createRouteTable(own.map((one) => ({ ...one, target: one })));
      const found = table(`/${segments.join('/')}`, 'GET')?.target;
      assert.deepEqual(found && rank(found), bestRank(own, segments));
    }),
    { seed: 4, numRuns: 2_000 },
  );
});

interface Entry {
  readonly httpMethod: string;
  readonly resourcePath: string;
}

/** Smaller is better: a literal, a parameter, a greedy one; then the method itself before `ANY`. */
function rank({ httpMethod, resourcePath }: Entry): string {
  const order = resourcePath
    .split('/')
    .map((one) => (one.endsWith('+}') ? '2' : one.startsWith('{') ? '1' : '0'));
  return `${order.join('')} ${httpMethod === 'ANY' ? 1 : 0}`;
}

function bestRank(entries: readonly Entry[], segments: readonly string[]): string | undefined {
  const sent = segments.at(-1) === '' ? segments.slice(0, -1) : segments;
  const fitting = entries.filter(({ resourcePath }) => {
    const wanted = resourcePath === '/' ? [] : resourcePath.split('/').slice(1);
    const isGreedy = wanted.at(-1)?.endsWith('+}') === true;
    if (isGreedy ? sent.length < wanted.length : sent.length !== wanted.length) return false;
    return wanted.every(
      (one, at) => one.endsWith('+}') || (one === '{x}' ? sent[at] !== '' : one === sent[at]),
    );
  });
  return fitting.map(rank).sort()[0];
}
