import assert from 'node:assert/strict';
import { test } from 'node:test';

import { known, type Unknown } from '@gatehouse/terraform-json';

import type { Login } from '../decide';
import type { IdentityPool, RoleMapping, RoleMappingRule } from '../model-identity';
import { chooseRole } from './choose-role';

const LATER: Unknown = { kind: 'unknown', because: 'known after apply' };

function pool(overrides: Partial<IdentityPool> = {}): IdentityPool {
  return {
    address: 'aws_cognito_identity_pool.p',
    id: 'p',
    name: 'p',
    allowUnauthenticated: known(true),
    allowClassicFlow: false,
    providers: [],
    openIdProviders: [],
    principalTags: [],
    authenticatedRoleArn: known('role/authenticated'),
    unauthenticatedRoleArn: known('role/guest'),
    roleMappings: [],
    ...overrides,
  };
}

const mapping = (overrides: Partial<RoleMapping>): RoleMapping => ({
  provider: 'issuer:client',
  type: known('Token'),
  ambiguousRoleResolution: known('AuthenticatedRole'),
  rules: [],
  ...overrides,
});

const tokenPool = (ambiguous: 'AuthenticatedRole' | 'Deny' = 'AuthenticatedRole'): IdentityPool =>
  pool({ roleMappings: [mapping({ ambiguousRoleResolution: known(ambiguous) })] });

function without(
  member: 'authenticatedRoleArn' | 'unauthenticatedRoleArn',
  from: IdentityPool,
): IdentityPool {
  const rest = Object.entries(from).filter(([name]) => name !== member);
  return Object.fromEntries(rest) as unknown as IdentityPool;
}

const login = (claims: Login['claims'], provider = 'issuer:client'): Login => ({
  provider,
  claims,
});

/** The role or the refusal, and why. */
function outcome(...args: Parameters<typeof chooseRole>): string {
  const choice = chooseRole(...args);
  if (choice.kind === 'role') return `${choice.roleArn} ${choice.because}`;
  return choice.kind === 'denied' ? `denied ${choice.because}` : 'unknown';
}

test('gives a guest the unauthenticated role, where guests are allowed', () => {
  assert.equal(outcome(pool(), undefined), 'role/guest unauthenticated-role');
});

test('gives a guest nothing where guests are not allowed, not known, or have no role', () => {
  assert.equal(
    outcome(pool({ allowUnauthenticated: known(false) }), undefined),
    'denied guests-not-allowed',
  );
  assert.equal(outcome(pool({ allowUnauthenticated: LATER }), undefined), 'unknown');
  assert.equal(outcome(without('unauthenticatedRoleArn', pool()), undefined), 'denied no-role-set');
});

test('gives a guest no role of their choice', () => {
  assert.equal(outcome(pool(), undefined, 'role/admin'), 'denied custom-role-not-in-token');
});

test('gives the authenticated role where no mapping is for this provider', () => {
  const claims = { 'cognito:preferred_role': 'role/admin' };
  assert.equal(outcome(pool(), login(claims)), 'role/authenticated authenticated-role');
  const other = login(claims, 'issuer:other-client');
  assert.equal(outcome(tokenPool(), other), 'role/authenticated authenticated-role');
});

test('gives no role where the pool has none', () => {
  assert.equal(
    outcome(without('authenticatedRoleArn', tokenPool()), login({})),
    'denied no-role-set',
  );
});

const TOKEN_CASES: readonly (readonly [string, Login['claims'], string, string])[] = [
  [
    'the preferred role',
    { 'cognito:roles': ['role/a', 'role/b'], 'cognito:preferred_role': 'role/b' },
    'role/b preferred-role',
    'role/b preferred-role',
  ],
  [
    'the only role',
    { 'cognito:roles': ['role/a'] },
    'role/a preferred-role',
    'role/a preferred-role',
  ],
  [
    'several roles and no preferred one',
    { 'cognito:roles': ['role/a', 'role/b'] },
    'role/authenticated ambiguous-so-authenticated-role',
    'denied ambiguous-role-mapping',
  ],
  [
    'no role at all',
    {},
    'role/authenticated ambiguous-so-authenticated-role',
    'denied ambiguous-role-mapping',
  ],
  [
    'roles that are not a list of texts',
    { 'cognito:roles': 'role/a', 'cognito:preferred_role': 7 },
    'role/authenticated ambiguous-so-authenticated-role',
    'denied ambiguous-role-mapping',
  ],
];

for (const [words, claims, fallback, deny] of TOKEN_CASES) {
  test(`chooses from a token with ${words}`, () => {
    assert.equal(outcome(tokenPool('AuthenticatedRole'), login(claims)), fallback);
    assert.equal(outcome(tokenPool('Deny'), login(claims)), deny);
  });
}

test('gives a role asked for by name only if the token holds it', () => {
  const claims = { 'cognito:roles': ['role/a', 'role/b'], 'cognito:preferred_role': 'role/a' };
  assert.equal(outcome(tokenPool(), login(claims), 'role/b'), 'role/b custom-role');
  assert.equal(outcome(tokenPool(), login(claims), 'role/c'), 'denied custom-role-not-in-token');
  assert.equal(outcome(pool(), login(claims), 'role/b'), 'denied custom-role-not-in-token');
});

test('cannot tell where the type, the resolution or the role is not known', () => {
  assert.equal(outcome(pool({ roleMappings: [mapping({ type: LATER })] }), login({})), 'unknown');
  const unresolved = pool({ roleMappings: [mapping({ ambiguousRoleResolution: LATER })] });
  assert.equal(outcome(unresolved, login({})), 'unknown');
  assert.equal(
    outcome(unresolved, login({ 'cognito:preferred_role': 'role/a' })),
    'role/a preferred-role',
  );
  assert.equal(outcome(pool({ authenticatedRoleArn: LATER }), login({})), 'unknown');
});

test('cannot tell where the roles of the token are not known', () => {
  const unseen: Login = { ...login({}), moreClaims: true };
  assert.equal(outcome(tokenPool(), unseen), 'unknown');
  const seen: Login = { ...login({ 'cognito:roles': [] }), moreClaims: true };
  assert.equal(outcome(tokenPool(), seen), 'role/authenticated ambiguous-so-authenticated-role');
});

const rule = (
  claim: string,
  matchType: RoleMappingRule['matchType'],
  value: string,
): RoleMappingRule => ({
  claim,
  matchType,
  value,
  roleArn: known(`role/${claim}-${matchType}`),
});

const rulesPool = (...rules: readonly RoleMappingRule[]): IdentityPool =>
  pool({
    roleMappings: [
      mapping({ type: known('Rules'), ambiguousRoleResolution: known('Deny'), rules }),
    ],
  });

const NO_MATCH = 'denied ambiguous-role-mapping';

const RULE_CASES: readonly (readonly [RoleMappingRule['matchType'], string, unknown, boolean])[] = [
  ['Equals', 'red', 'red', true],
  ['Equals', 'red', 'Red', false],
  ['Equals', 'true', true, true],
  ['Contains', 'ed', 'red', true],
  ['Contains', 'x', 'red', false],
  ['StartsWith', 're', 'red', true],
  ['StartsWith', 'ed', 'red', false],
  ['NotEqual', 'red', 'blue', true],
  ['NotEqual', 'red', 'red', false],
  ['NotEqual', 'red', undefined, false],
  ['Equals', 'red', undefined, false],
];

for (const [matchType, value, claim, matches] of RULE_CASES) {
  test(`a rule ${matchType} "${value}" ${matches ? 'matches' : 'does not match'} ${claim === undefined ? 'a missing claim' : JSON.stringify(claim)}`, () => {
    const claims = claim === undefined ? {} : { team: claim };
    const expected = matches ? `role/team-${matchType} rule` : NO_MATCH;
    assert.equal(outcome(rulesPool(rule('team', matchType, value)), login(claims)), expected);
  });
}

test('lets the first rule that matches decide', () => {
  const rules = rulesPool(
    rule('a', 'Equals', 'no'),
    rule('b', 'Equals', 'x'),
    rule('c', 'Equals', 'x'),
  );
  assert.equal(outcome(rules, login({ a: 'x', b: 'x', c: 'x' })), 'role/b-Equals rule');
});

test('finds a group by its name, and cannot tell where it depends on how a rule compares a list', () => {
  const rules = rulesPool(rule('cognito:groups', 'Contains', 'admin'));
  const within = (...groups: readonly string[]) =>
    outcome(rules, login({ 'cognito:groups': groups }));
  assert.equal(within('editor', 'admin'), 'role/cognito:groups-Contains rule');
  assert.equal(within('editor'), NO_MATCH);
  assert.equal(within(), NO_MATCH);
  assert.equal(within('administrator'), 'unknown');
  for (const matchType of ['Equals', 'StartsWith', 'NotEqual'] as const) {
    const other = rulesPool(rule('cognito:groups', matchType, 'admin'));
    assert.equal(outcome(other, login({ 'cognito:groups': ['admin'] })), 'unknown');
  }
});

test('cannot tell what an unseen claim holds', () => {
  const unseen: Login = { ...login({}), moreClaims: true };
  assert.equal(outcome(rulesPool(rule('email', 'Equals', 'a')), unseen), 'unknown');
});

test('does not mistake what every object has for a claim', () => {
  assert.equal(outcome(rulesPool(rule('constructor', 'NotEqual', 'x')), login({})), NO_MATCH);
});
