import assert from 'node:assert/strict';
import { test } from 'node:test';

import { known } from '@gatehouse/terraform-json';
import type { JsonObject } from '@gatehouse/terraform-json';

import type { RoleMappingRule } from '../model-identity';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';
import { canCall } from './can-call';
import { IN_USER_POOL_TOKENS, type EveryTokenHas } from './claim-values';
import { ruleOutcomes } from './rule-outcomes';

type Rule = readonly [claim: string, matchType: RoleMappingRule['matchType'], value: string];

const outcomesOf = (rules: readonly Rule[], always: EveryTokenHas = {}) =>
  ruleOutcomes(
    {
      provider: 'p',
      type: known('Rules'),
      rules: rules.map(([claim, matchType, value]) => ({
        claim,
        matchType,
        value,
        roleArn: known('arn'),
      })),
    },
    always,
  )?.map(({ suffix }) => suffix.replace(' where ', ''));

test('gives each rule an outcome of its own, and one to whoever no rule matches', () => {
  const rules: readonly Rule[] = [
    ['team', 'Equals', 'red'],
    ['team', 'StartsWith', 're'],
    ['team', 'Contains', 'e'],
    ['rank', 'NotEqual', 'guest'],
  ];
  assert.deepEqual(outcomesOf(rules), [
    '',
    'team = "red"',
    'team starts with "re"',
    'team contains "e"',
    'rank is not "guest"',
  ]);
});

test('leaves out a rule that one before it takes everything from', () => {
  assert.deepEqual(
    outcomesOf([
      ['team', 'Contains', 'e'],
      ['team', 'Equals', 'red'],
      ['team', 'NotEqual', 'blue'],
      ['team', 'Equals', 'blue'],
    ]),
    ['', 'team contains "e"', 'team is not "blue"'],
  );
  // Only "blue" gets past the first; of the second, only what is not "x".
  const rules: readonly Rule[] = [
    ['team', 'NotEqual', 'blue'],
    ['team', 'NotEqual', 'x'],
  ];
  assert.deepEqual(outcomesOf(rules), ['', 'team is not "blue"', 'team is not "x"']);
});

test('knows the claims that every token of the client has', () => {
  const rules: readonly Rule[] = [
    ['aud', 'Equals', 'other'],
    ['aud', 'Equals', 'web'],
  ];
  assert.deepEqual(outcomesOf(rules, { aud: { is: 'web' } }), ['aud = "web"']);
});

test('has no outcome that no token can have, by the shapes of what every token has', () => {
  const outcomes = (...rules: readonly Rule[]) => outcomesOf(rules, IN_USER_POOL_TOKENS);
  assert.deepEqual(outcomes(['sub', 'Contains', '-']), ['sub contains "-"']);
  assert.deepEqual(outcomes(['sub', 'Contains', 'a']), ['', 'sub contains "a"']);
  assert.deepEqual(outcomes(['sub', 'Equals', 'me']), ['']);
  assert.deepEqual(outcomes(['auth_time', 'StartsWith', '1'], ['team', 'Equals', 'x']), [
    'auth_time starts with "1"',
  ]);
  assert.deepEqual(outcomes(['cognito:username', 'NotEqual', 'root'], ['team', 'Equals', 'x']), [
    '',
    'cognito:username is not "root"',
    'team = "x"',
  ]);
  const both: readonly Rule[] = [
    ['cognito:username', 'NotEqual', 'root'],
    ['cognito:username', 'Equals', 'root'],
  ];
  assert.deepEqual(outcomes(...both), [
    'cognito:username is not "root"',
    'cognito:username = "root"',
  ]);
});

test('leaves groups to the groups: nobody is in one and is called a member', () => {
  const rules: readonly Rule[] = [['cognito:groups', 'Contains', 'admin']];
  assert.deepEqual(outcomesOf(rules, IN_USER_POOL_TOKENS), ['']);
});

test('has nothing to say of a mapping without rules', () => {
  assert.equal(ruleOutcomes(undefined, {}), undefined);
  assert.equal(ruleOutcomes({ provider: 'p', type: known('Token'), rules: [] }, {}), undefined);
});

const rule = (claim: string, match_type: string, value: string, role: string) => ({
  claim,
  match_type,
  value,
  role_arn: `\${aws_iam_role.${role}.arn}`,
});

/** Two clients, the second of which is called as the fixture's own is, unless named otherwise. */
function stackOfRules(second?: string): JsonObject {
  const provider = '${aws_cognito_user_pool.users.endpoint}';
  const client = '${aws_cognito_user_pool_client.client.id}';
  const stack = withResource(stackJson(), 'aws_cognito_identity_pool_roles_attachment.roles', {
    role_mapping: [
      {
        identity_provider: `${provider}:${client}`,
        type: 'Rules',
        ambiguous_role_resolution: 'AuthenticatedRole',
        mapping_rule: [rule('department', 'Equals', 'board', 'admin')],
      },
    ],
  });
  if (second === undefined) return stack;
  const withClient = withResource(stack, 'aws_cognito_user_pool_client.desk', {
    name: second,
    user_pool_id: '${aws_cognito_user_pool.users.id}',
  });
  return withResource(withClient, 'aws_cognito_identity_pool.identities', {
    cognito_identity_providers: [
      { client_id: client, provider_name: provider },
      { client_id: '${aws_cognito_user_pool_client.desk.id}', provider_name: provider },
    ],
  });
}

test('the matrix has a column for each outcome, with the role that the rule gives', () => {
  const { cells, principals } = accessMatrix(modelOf(stackOfRules()));
  const allowed = (principal: string) =>
    cells.find((cell) => cell.principal === principal && cell.route === 'GET /vip')?.allowed;
  assert.equal(allowed('member'), false);
  assert.equal(allowed('member where department = "board"'), true);
  assert.match(
    principals.find(({ name }) => name.includes('where'))?.role ?? '',
    /^dev-admin \(the rule "department Equals board" matches\)/,
  );
});

test('is asked for by name, and by no more than "member" where several clients sign in', () => {
  const model = modelOf(stackOfRules('front desk'));
  const ask = (principal: string) =>
    canCall(model, { principal, httpMethod: 'GET', path: '/secure' });
  assert.deepEqual(
    ask('member').cells.map(({ principal }) => principal),
    ['member of dev-client', 'member of front desk'],
  );
  assert.deepEqual(
    ask('member where department = "board"').cells.map(({ principal }) => principal),
    ['member where department = "board" of dev-client'],
  );
  assert.equal(ask('member where department = "board" of dev-client').missing, undefined);
});

test('clients of one name are told apart by their ids', () => {
  const names = accessMatrix(modelOf(stackOfRules('dev-client'))).principals.map(
    ({ name }) => name,
  );
  assert.ok(names.includes('member of aws_cognito_user_pool_client.client'), names.join(', '));
  assert.ok(names.includes('member of aws_cognito_user_pool_client.desk'));
});
