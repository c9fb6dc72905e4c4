import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson, parseTerraformState } from '@gatehouse/terraform-json';

import { placeStack } from './place-stack';
import { readModel } from './read-model';
import type { Stack } from './read-stack';

const REGION = 'us-west-2';
const ARN = 'arn:aws:iam::123456789012:role/guest';

const trust = (condition?: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        ...(condition && { Condition: condition }),
      },
    ],
  });

function configurationWith(assume_role_policy: string): Pick<Stack, 'kind' | 'graph'> {
  const json = {
    provider: { aws: [{ region: REGION }] },
    resource: { aws_iam_role: { guest: { name: 'guest', assume_role_policy } } },
  };
  return { kind: 'synthesized', graph: parseTerraformJson(json, 'cdk.tf.json') };
}

function stateWith(assume_role_policy: string): Pick<Stack, 'kind' | 'graph'> {
  const resource = (type: string, name: string, values: object) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    values,
  });
  const resources = [
    // Says in which region the state is, which a role does not.
    resource('aws_cognito_user_pool', 'users', {
      id: `${REGION}_abc`,
      arn: `arn:aws:cognito-idp:${REGION}:123456789012:userpool/${REGION}_abc`,
      name: 'users',
      endpoint: `cognito-idp.${REGION}.amazonaws.com/${REGION}_abc`,
      region: REGION,
    }),
    resource('aws_iam_role', 'guest', {
      id: 'guest',
      arn: ARN,
      unique_id: 'AROAGUEST',
      name: 'guest',
      assume_role_policy,
    }),
  ];
  const json = JSON.stringify({
    format_version: '1.0',
    terraform_version: '1.11.4',
    values: { root_module: { resources } },
  });
  return { kind: 'state', graph: parseTerraformState(json, 'state.json') };
}

const rolesOf = (stack: Pick<Stack, 'kind' | 'graph'>): readonly string[] => {
  const origins = { website: 'http://localhost:4200', api: 'http://localhost:4203' };
  const whole = { ...stack, words: 'a stack', from: 'here', assetsDir: '.' };
  const { model } = readModel(whole, placeStack(stack.graph, origins, []));
  return model.roles.map(({ name }) => name);
};

const AUDIENCE = { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-west-2:1' } };

test('stops at a configuration whose role trusts every identity pool there is', () => {
  assert.throws(() => rolesOf(configurationWith(trust())), {
    name: 'BootError',
    code: 'ERR_COGNITO_IDENTITY_OPEN_TRUST',
    message:
      'aws_iam_role.guest.assume_role_policy is refused by AWS as a MalformedPolicyDocument: the trust policy lets the users of any identity pool of any account in: a statement that trusts "cognito-identity.amazonaws.com" needs a condition such as "StringEquals": { "cognito-identity.amazonaws.com:aud": "<identity pool id>" }. Add it to each such statement.',
  });
});

test('takes a role that names its identity pool', () => {
  assert.deepEqual(rolesOf(configurationWith(trust(AUDIENCE))), ['guest']);
});

test('plays a state with such a role, which AWS took before it refused them', () => {
  assert.deepEqual(rolesOf(stateWith(trust())), ['guest']);
});
