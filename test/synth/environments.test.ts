import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { RouteRow } from '@gatehouse/access';
import { TablesError } from '@gatehouse/access';
import { BUILDS } from '@gatehouse/build-stamp';

import type { Environment } from '../../infra/environment';
import { DEPLOYED, environmentNamed, environments } from '../../infra/environments';
import { asRecord } from '../../infra/guardrails/stack-json';
import { InfraError } from '../../infra/infra-error';
import { DEV, EVERYTHING_ON, GROUPS, PROD } from './fixture-project';
import { devStack, realStack, Synthesized, type Synthesis } from './synthesized';

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
  const pool = realStack('prod').one('aws_cognito_user_pool');
  assert.equal(pool.deletion_protection, 'ACTIVE');
  assert.equal(asRecord(pool.lifecycle).prevent_destroy, true);
  const identities = realStack('prod').one('aws_cognito_identity_pool');
  assert.equal(asRecord(identities.lifecycle).prevent_destroy, true);
});

test('dev can be destroyed: nothing in it is protected', () => {
  assert.equal(realStack('dev').one('aws_cognito_user_pool').deletion_protection, 'INACTIVE');
  const kept = realStack('dev').stack.resources.filter(
    ({ body }) => asRecord(body.lifecycle).prevent_destroy === true,
  );
  assert.deepEqual(kept, []);
});

test('prod says why plain HTTP will do for now', () => {
  assert.ok(environments.prod.acceptsPlainHttp.because.length > 40);
});

test('prod is not published over plain HTTP without a reason in its row', () => {
  const { acceptsPlainHttp, ...silent } = PROD;
  assert.notEqual(acceptsPlainHttp?.because, '');
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
  [
    'tokens that are never valid',
    { sessions: { ...DEV.sessions, idTokenMinutes: 0 } },
    /"dev": sessions\.idTokenMinutes: Cognito takes a whole number from 5 to 1440, not 0\.$/,
  ],
  [
    'a session of no days, which Cognito reads as 30',
    { sessions: { ...DEV.sessions, refreshTokenDays: 0 } },
    /sessions\.refreshTokenDays: Cognito takes a whole number from 1 to 3650, not 0/,
  ],
  [
    'a challenge of half a minute more',
    { sessions: { ...DEV.sessions, challengeMinutes: 3.5 } },
    /sessions\.challengeMinutes: .* from 3 to 15, not 3\.5/,
  ],
  [
    'passwords of two characters',
    { passwords: { minimumLength: 2, temporaryValidDays: 7 } },
    /passwords\.minimumLength: Cognito takes a whole number from 6 to 99, not 2/,
  ],
  [
    'an identity to mail from that is none',
    { mailFrom: { sesIdentityArn: 'arn:aws:ses:example.org', address: 'a@example.org' } },
    /mailFrom\.sesIdentityArn: "arn:aws:ses:example\.org" is no ARN of an SES identity/,
  ],
  [
    'an address to mail from that is none',
    { mailFrom: { ...EVERYTHING_ON.mailFrom, address: 'Gatehouse <door>' } },
    /mailFrom\.address: "Gatehouse <door>" is no address/,
  ],
  [
    'a trigger by its bare name',
    { triggers: { preSignUp: 'check' } },
    /triggers\.preSignUp: "check" is no ARN of a function/,
  ],
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

for (const [one, other, name] of [
  ['tier-1', 'tier1', 'Tier1'],
  ['a-b', 'a--b', 'AB'],
  ['guest', 'guest-', 'Guest'],
] as const) {
  test(`refuses groups "${one}" and "${other}", which would have one name`, () => {
    const row = { extends: 'member', description: 'a group' };
    const groups = {
      ...GROUPS,
      // No table has the visitors' own row; their role is there all the same.
      ...(one === 'guest' ? {} : { [one]: { ...row, precedence: 1 } }),
      [other]: { ...row, precedence: 2 },
    };
    const sentence = `Groups "${one}" and "${other}" are both named ${name}: rename one.`;
    assert.equal(refusal({ groups }), sentence);
  });
}

test('refuses two path parts that would have one name, below routes that do not', () => {
  const routes = { 'GET /vip': member, 'GET /a/b/c': member, 'GET /a--b/d': member };
  assert.match(refusal({ routes }), /^Paths "\/a\/b" and "\/a--b" are both named a--b: rename one/);
});

test('takes a sender with a name before its address', () => {
  const mailFrom = { ...EVERYTHING_ON.mailFrom, address: 'Gatehouse <door@example.org>' };
  assert.ok(new Synthesized({ environment: { mailFrom } }).text.includes(mailFrom.address));
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
  for (const name of DEPLOYED) {
    const { backend } = asRecord(realStack(name).stack.json.terraform);
    assert.deepEqual(backend, { local: { path: `../../../.state/gatehouse-${name}.tfstate` } });
  }
});
