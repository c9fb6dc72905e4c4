import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { modelOf, stackJson, withResource } from '../testing/stack.fixture';

const POOL = 'aws_cognito_user_pool.users';
const CLIENT = 'aws_cognito_user_pool_client.client';

const userPool = (body: JsonObject) => modelOf(withResource(stackJson(), POOL, body)).userPools[0];
const client = (body: JsonObject) =>
  modelOf(withResource(stackJson(), CLIENT, body)).userPools[0]?.clients[0];

test('asks of passwords what Cognito asks where nothing is said', () => {
  assert.deepEqual(userPool({})?.passwordPolicy, {
    minimumLength: 8,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
  });
});

test('asks no more than a password policy that is given', () => {
  assert.deepEqual(
    userPool({ password_policy: [{ minimum_length: 12, require_numbers: true }] })?.passwordPolicy,
    {
      minimumLength: 12,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: true,
      requireSymbols: false,
    },
  );
});

test('takes usernames as case-sensitive unless the pool says otherwise, as the API does', () => {
  assert.equal(userPool({})?.usernameCaseSensitive, true);
  assert.equal(
    userPool({ username_configuration: { case_sensitive: false } })?.usernameCaseSensitive,
    false,
  );
});

test('puts "custom:" in front of attributes that are not standard', () => {
  const schema = [
    {
      name: 'email',
      attribute_data_type: 'String',
      required: true,
      mutable: true,
      string_attribute_constraints: [{ min_length: '3', max_length: '254' }],
    },
    {
      name: 'team',
      attribute_data_type: 'Number',
      number_attribute_constraints: { max_value: '9' },
    },
  ];
  assert.deepEqual(userPool({ schema })?.schema, [
    { name: 'email', type: 'String', required: true, mutable: true, minLength: 3, maxLength: 254 },
    { name: 'custom:team', type: 'Number', required: false, mutable: false, maxValue: 9 },
  ]);
});

test('lets the verification template win over the older arguments', () => {
  const older = { email_verification_subject: 'old', email_verification_message: 'old {####}' };
  assert.deepEqual(userPool(older)?.verification, {
    emailSubject: 'old',
    emailMessage: 'old {####}',
  });
  const newer = { ...older, verification_message_template: { email_subject: 'new' } };
  assert.deepEqual(userPool(newer)?.verification, {
    emailSubject: 'new',
    emailMessage: 'old {####}',
  });
});

test('knows a pool in which only administrators create users', () => {
  assert.equal(userPool({})?.adminCreateUserOnly, false);
  const config = { allow_admin_create_user_only: true };
  assert.equal(userPool({ admin_create_user_config: [config] })?.adminCreateUserOnly, true);
});

test('reads triggers, plain and with a version', () => {
  const lambda_config = {
    pre_sign_up: '${aws_lambda_function.api.arn}',
    pre_token_generation_config: [{ lambda_arn: 'arn:two', lambda_version: 'V2_0' }],
  };
  assert.deepEqual(userPool({ lambda_config })?.triggers, {
    pre_sign_up: 'arn:aws:lambda:us-west-2:000000000000:function:dev-api',
    pre_token_generation_config: 'arn:two',
  });
});

test('gives tokens the lifetimes of the API where nothing is said', () => {
  const { address, id, name, ...defaults } = client({}) ?? { address: '', id: '', name: '' };
  assert.deepEqual([address, id, name], [CLIENT, CLIENT, 'dev-client']);
  assert.deepEqual(defaults, {
    generateSecret: false,
    explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
    idTokenValiditySeconds: 3600,
    accessTokenValiditySeconds: 3600,
    refreshTokenValiditySeconds: 30 * 86_400,
    authSessionValiditySeconds: 180,
    preventUserExistenceErrors: 'LEGACY',
    enableTokenRevocation: true,
  });
});

test('counts lifetimes in the units given, and in hours and days where none are', () => {
  const units = { access_token: 'minutes', id_token: 'seconds' };
  const read = client({
    access_token_validity: 5,
    id_token_validity: 600,
    refresh_token_validity: 2,
    token_validity_units: [units],
  });
  assert.equal(read?.accessTokenValiditySeconds, 300);
  assert.equal(read.idTokenValiditySeconds, 600);
  assert.equal(read.refreshTokenValiditySeconds, 2 * 86_400);
});

test('takes a lifetime of zero for the default', () => {
  assert.equal(client({ refresh_token_validity: 0 })?.refreshTokenValiditySeconds, 30 * 86_400);
});

test('rotates refresh tokens only where rotation is enabled', () => {
  const rotation = (feature: string) =>
    client({ refresh_token_rotation: [{ feature, retry_grace_period_seconds: 10 }] });
  assert.equal(rotation('ENABLED')?.refreshTokenRotationGraceSeconds, 10);
  assert.equal(rotation('DISABLED')?.refreshTokenRotationGraceSeconds, undefined);
});
