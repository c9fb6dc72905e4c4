import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePolicyDocument, type PolicyDocument } from '@gatehouse/iam';
import { known, type Value } from '@gatehouse/terraform-json';

import type { RolePolicy } from '../model';
import { authorizeInvoke, authorizeUnsignedInvoke, type InvokeRequest } from './authorize-invoke';

const ARN = 'arn:aws:execute-api:us-west-2:111111111111:abc';
const LATER: Value<PolicyDocument> = { kind: 'unknown', because: 'known after apply' };

const statement = (body: object): Value<PolicyDocument> =>
  known(
    parsePolicyDocument(
      { Version: '2012-10-17', Statement: { Action: 'execute-api:Invoke', ...body } },
      'p',
      'Principal' in body ? 'resource' : 'identity',
    ),
  );

const identity = (Effect: 'Allow' | 'Deny', Resource: string, extra: object = {}): RolePolicy => ({
  name: 'member/p',
  address: 'aws_iam_role_policy.p',
  document: statement({ Effect, Resource, ...extra }),
});

const own = (Effect: 'Allow' | 'Deny', Principal: unknown = '*'): Value<PolicyDocument> =>
  statement({ Effect, Principal, Resource: `${ARN}/*` });

const request = (policy?: Value<PolicyDocument>, path = '/secure'): InvokeRequest => ({
  api: { name: 'api', executionArn: ARN, ...(policy === undefined ? {} : { policy }) },
  stage: { name: 'dev' },
  httpMethod: 'GET',
  path,
});

function decide(policies: readonly RolePolicy[], asked: InvokeRequest = request()) {
  const role = {
    arn: 'arn:aws:iam::111111111111:role/member',
    name: 'member',
    uniqueId: 'AROA1',
    policies,
  };
  return authorizeInvoke({ ...asked, role });
}

const effect = (policies: readonly RolePolicy[], policy?: Value<PolicyDocument>): string => {
  const { decision } = decide(policies, request(policy));
  return decision.effect === 'deny' ? `${decision.kind} deny` : decision.effect;
};

const ALLOW = identity('Allow', `${ARN}/dev/GET/secure`);
const DENY = identity('Deny', '*');
const OTHER = identity('Allow', `${ARN}/dev/GET/vip`);
const UNKNOWN: RolePolicy = { ...ALLOW, document: LATER };

test('asks about the concrete path, and about "/" for the root', () => {
  assert.equal(decide([], request(undefined, '/items/7')).resource, `${ARN}/dev/GET/items/7`);
  assert.equal(decide([], request(undefined, '/')).resource, `${ARN}/dev/GET/`);
  assert.equal(decide([], request(undefined, '//x')).resource, `${ARN}/dev/GET//x`);
});

test('lets the policies of the role decide where the API has none of its own', () => {
  assert.equal(effect([ALLOW]), 'allow');
  assert.equal(effect([OTHER]), 'implicit deny');
  assert.equal(effect([]), 'implicit deny');
  assert.equal(effect([ALLOW, DENY]), 'explicit deny');
  assert.equal(effect([ALLOW, UNKNOWN]), 'unknown');
});

const TOGETHER: readonly (readonly [readonly RolePolicy[], Value<PolicyDocument>, string])[] = [
  [[ALLOW], own('Allow'), 'allow'],
  [[OTHER], own('Allow'), 'allow'],
  [[ALLOW], own('Allow', { AWS: 'arn:aws:iam::111111111111:role/other' }), 'allow'],
  [[OTHER], own('Allow', { AWS: 'arn:aws:iam::111111111111:role/other' }), 'implicit deny'],
  [[OTHER], own('Allow', { AWS: 'arn:aws:iam::111111111111:role/member' }), 'allow'],
  [[ALLOW], own('Deny'), 'explicit deny'],
  [[DENY], own('Allow'), 'explicit deny'],
  [[UNKNOWN], own('Deny'), 'explicit deny'],
  [[DENY], LATER, 'explicit deny'],
  [[ALLOW], LATER, 'unknown'],
  [[OTHER], LATER, 'unknown'],
];

for (const [index, [policies, policy, expected]] of TOGETHER.entries()) {
  test(`weighs the role and the API together: ${expected} (${index + 1})`, () => {
    assert.equal(effect(policies, policy), expected);
  });
}

test('gives conditions what is known of the session and of the request', () => {
  const condition = (key: string, value: string) =>
    identity('Allow', '*', { Condition: { StringEquals: { [key]: value } } });
  const session = condition('aws:PrincipalArn', 'arn:aws:iam::111111111111:role/member');
  assert.equal(effect([session]), 'allow');
  assert.equal(effect([condition('aws:userid', 'AROA1:CognitoIdentityCredentials')]), 'allow');
  const address = condition('aws:SourceIp', '127.0.0.1');
  assert.equal(effect([address]), 'implicit deny');
  const known = { ...request(), context: { 'aws:SourceIp': '127.0.0.1' } };
  assert.equal(decide([address], known).decision.effect, 'allow');
  const unseen = { ...request(), unknownKeys: ['aws:SourceIp'] };
  assert.equal(decide([address], unseen).decision.effect, 'unknown');
});

test('leaves an unsigned call to the policy of the API alone', () => {
  assert.equal(authorizeUnsignedInvoke(request()), undefined);
  assert.equal(authorizeUnsignedInvoke(request(own('Allow')))?.decision.effect, 'allow');
  const account = own('Allow', { AWS: '111111111111' });
  assert.equal(authorizeUnsignedInvoke(request(account))?.decision.effect, 'deny');
});
