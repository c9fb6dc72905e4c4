import assert from 'node:assert/strict';
import { test } from 'node:test';

import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { accessMatrix } from './access-matrix';

/** What the matrix says of members, who may do everything unless the condition holds, or only where it does. */
function verdict(Effect: 'Allow' | 'Deny', Condition: object): boolean | null | undefined {
  const all = { Action: 'execute-api:Invoke', Resource: '*' };
  const statements = [{ ...all, Effect, Condition }, ...(Effect === 'Deny' ? [ALLOW] : [])];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const stack = withResource(stackJson(), 'aws_iam_role_policy.member', { policy });
  return accessMatrix(modelOf(stack)).cells.find(
    ({ principal, route }) => principal === 'member' && route === 'GET /vip',
  )?.allowed;
}

const ALLOW = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };

for (const [what, condition] of [
  ['the region', { StringEquals: { 'aws:RequestedRegion': 'us-west-2' } }],
  ['the account of the API', { StringEquals: { 'aws:ResourceAccount': '000000000000' } }],
  ['the account of the caller', { StringEquals: { 'aws:PrincipalAccount': '000000000000' } }],
  ['both accounts', { StringEquals: { 'aws:ResourceAccount': '$${aws:PrincipalAccount}' } }],
  ['that no service calls', { Bool: { 'aws:ViaAWSService': 'false' } }],
  ['that the caller is no service', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }],
  ['transport', { Bool: { 'aws:SecureTransport': 'true' } }],
  ['the provider', { StringEquals: { 'aws:FederatedProvider': 'cognito-identity.amazonaws.com' } }],
  ['what federated callers never have', { Null: { 'aws:MultiFactorAuthPresent': 'true' } }],
  ['that there is no VPC endpoint', { Null: { 'aws:SourceVpce': 'true' } }],
] as const) {
  test(`the matrix decides on ${what}`, () => {
    assert.equal(verdict('Allow', condition), true);
    assert.equal(verdict('Deny', condition), false);
  });
}

for (const [what, condition] of [
  ['the age of the session', { DateLessThan: { 'aws:TokenIssueTime': '2030-01-01T00:00:00Z' } }],
  ['the time', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }],
  ['the address', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
  ['the identity', { StringEquals: { 'cognito-identity.amazonaws.com:sub': 'x' } }],
  ['an organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }],
] as const) {
  test(`the matrix leaves open what hangs on ${what}`, () => {
    assert.equal(verdict('Allow', condition), null);
    assert.equal(verdict('Deny', condition), null);
  });
}
