import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { RouteRow } from '@gatehouse/access';
import { TablesError } from '@gatehouse/access';
import { BUILDS } from '@gatehouse/build-stamp';

import type { Environment } from '../../infra/environment';
import { DEPLOYED, environmentNamed, environments } from '../../infra/environments';
import { asRecord } from '../../infra/guardrails/stack-json';
import { InfraError } from '../../infra/infra-error';
import { devStack, prodStack, Synthesized, type Synthesis } from './synthesized';

const member: RouteRow = { allow: ['member'], apiKey: true, summary: 'a route' };

const refusal = (synthesis: Synthesis): string => {
  try {
    new Synthesized(synthesis);
  } catch (error) {
    assert.ok(error instanceof InfraError || error instanceof TablesError, String(error));
    return error.message;
  }
  return assert.fail('it was not refused');
};

test('dev and prod are deployed, bench is for measuring', () => {
  assert.deepEqual(DEPLOYED, ['dev', 'prod']);
  const bench = environmentNamed('bench');
  assert.ok(bench.throttle.plan.ratePerSecond >= 100_000);
  assert.ok(bench.quota.limit >= 100_000_000);
});

test('the stamp of the stacks speaks of the deployed ones', () => {
  const stamped = new Set(BUILDS.stacks.outputs.map((path) => path.split('/')[2]));
  assert.deepEqual(
    [...stamped],
    DEPLOYED.map((name) => `gatehouse-${name}`),
  );
});

test('an unknown environment is one sentence that lists the known ones', () => {
  assert.throws(() => environmentNamed('porduction'), {
    message: 'There is no environment "porduction": set GATEHOUSE_ENV to one of dev, prod, bench.',
  });
});

test('prod keeps its pools, whatever is destroyed', () => {
  const pool = prodStack().one('aws_cognito_user_pool');
  assert.equal(pool.deletion_protection, 'ACTIVE');
  assert.equal(asRecord(pool.lifecycle).prevent_destroy, true);
  const identities = prodStack().one('aws_cognito_identity_pool');
  assert.equal(asRecord(identities.lifecycle).prevent_destroy, true);
});

test('dev can be destroyed: nothing in it is protected', () => {
  assert.equal(devStack().one('aws_cognito_user_pool').deletion_protection, 'INACTIVE');
  const kept = devStack().stack.resources.filter(
    ({ body }) => asRecord(body.lifecycle).prevent_destroy === true,
  );
  assert.deepEqual(kept, []);
});

test('prod says why plain HTTP will do for now', () => {
  assert.ok(environments.prod.acceptsPlainHttp.because.length > 40);
});

test('prod is not published over plain HTTP without a reason in its row', () => {
  const { acceptsPlainHttp, ...silent } = environments.prod;
  assert.notEqual(acceptsPlainHttp.because, '');
  for (const prod of [silent, { ...silent, acceptsPlainHttp: { because: ' ' } }])
    assert.match(
      refusal({ whole: prod }),
      /^Environment "prod" would publish its client over plain HTTP.*set acceptsPlainHttp with a reason/,
    );
});

for (const [title, environment, sentence] of [
  ['a name that is no stage', { name: 'Dev Two' }, /"Dev Two": name:/],
  ['a region that is none', { region: 'here' }, /region: "here" is no region/],
  ['an origin with a path', { corsOrigins: ['https://a.example/'] }, /is no origin/],
  ['a list of origins in one', { corsOrigins: ['https://a,https://b'] }, /is no origin/],
  ['"*" as an origin', { corsOrigins: ['*'] }, /is no origin/],
  ['one origin twice', { corsOrigins: ['https://a.example', 'https://a.example'] }, /named twice/],
  ['no address to mail', { alarmEmails: ['pager'] }, /"pager" is no address/],
  ['a quota of nothing', { quota: { limit: 0, period: 'DAY' } }, /quota\.limit lets nothing/],
] as const satisfies readonly (readonly [string, Partial<Environment>, RegExp])[]) {
  test(`refuses ${title}, naming the environment and the field`, () => {
    assert.match(refusal({ environment }), sentence);
  });
}

test('refuses a throttle for a route that is not in the table', () => {
  assert.match(refusal({ routes: { 'GET /secure': member } }), /throttle\.routes: "GET \/vip"/);
});

test('refuses tables that contradict themselves, naming the rows', () => {
  const ghost: RouteRow = { allow: ['ghost'], apiKey: true, summary: 'a route' };
  const routes = { 'GET /secure': member, 'GET /vip': ghost, 'get /x': member };
  const message = refusal({ routes });
  assert.match(message, /route "GET \/vip" allows "ghost"/);
  assert.match(message, /route "get \/x"/);
});

test('refuses a pattern that reaches another group’s route, naming both', () => {
  const admin: RouteRow = { allow: ['admin'], apiKey: true, summary: 'a route' };
  const routes = { 'GET /{any}': member, 'GET /vip': admin };
  assert.match(refusal({ routes }), /"GET \/\{any\}" would give group "member" also "GET \/vip"/);
});

test('refuses two routes that would have one name', () => {
  const routes = { 'GET /vip': member, 'GET /a/b': member, 'GET /a-b': member };
  assert.match(refusal({ routes }), /"GET \/a\/b" and "GET \/a-b" are both named GetAB/);
});

test('refuses a group whose role would be the function’s', () => {
  const groups = {
    member: { description: 'everyone' },
    admin: { extends: 'member', precedence: 1, description: 'administrators' },
    'api-function': { extends: 'member', precedence: 2, description: 'a clash' },
  };
  assert.match(refusal({ groups }), /Rename the group "api-function"/);
});

test('tells an operator everything there is to know, and marks the key as sensitive', () => {
  const { outputs } = devStack();
  assert.deepEqual(Object.keys(outputs), [
    'alarmTopicArn',
    'apiKey',
    'apiUrl',
    'identityPoolId',
    'region',
    'siteBucket',
    'siteUrl',
    'userPoolClientId',
    'userPoolId',
  ]);
  for (const [name, output] of Object.entries(outputs))
    assert.equal(asRecord(output).sensitive, name === 'apiKey' ? true : undefined, name);
});

test('each environment has a state of its own, below .state/', () => {
  for (const [stack, name] of [
    [devStack(), 'dev'],
    [prodStack(), 'prod'],
  ] as const) {
    const { backend } = asRecord(stack.stack.json.terraform);
    assert.deepEqual(backend, { local: { path: `../../../.state/gatehouse-${name}.tfstate` } });
  }
});
