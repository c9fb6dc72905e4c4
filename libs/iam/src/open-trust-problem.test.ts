import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openTrustProblem } from './open-trust-problem';
import { parsePolicyDocument } from './parse-policy-document';

const COGNITO = 'cognito-identity.amazonaws.com';
const AUD = `${COGNITO}:aud`;
const OPEN =
  /^the trust policy lets the users of any identity pool of any account in: .*"<identity pool id>" \}$/;

function problemOf(Condition: object | undefined, more: object = {}): string | undefined {
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: COGNITO },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(Condition && { Condition }),
    ...more,
  };
  const json = { Version: '2012-10-17', Statement: [statement] };
  return openTrustProblem(parsePolicyDocument(json, 'trust', 'trust').statements);
}

for (const [what, condition] of [
  ['no condition', undefined],
  ['a condition on something else', { StringEquals: { [`${COGNITO}:amr`]: 'authenticated' } }],
  ['a condition that excludes a pool', { StringNotEquals: { [AUD]: 'us-west-2:1' } }],
  ['a pattern that is every pool', { StringLike: { [AUD]: '*' } }],
  ['a pattern that is every pool of a region', { StringLike: { [AUD]: 'us-west-2:*' } }],
  ['a pool, or a pattern that is every pool', { StringLike: { [AUD]: ['us-west-2:1', '*'] } }],
] as const) {
  test(`a trust in identity pools with ${what} lets any of them in`, () => {
    assert.match(problemOf(condition) ?? '', OPEN);
  });
}

for (const [what, condition, more] of [
  ['names one pool', { StringEquals: { [AUD]: 'us-west-2:1' } }, {}],
  [
    'names several, whatever the case of the key',
    { StringEquals: { [AUD.toUpperCase()]: ['a:1', 'a:2'] } },
    {},
  ],
  ['names pools that begin alike', { 'ForAnyValue:StringLike': { [AUD]: 'us-west-2:1*' } }, {}],
  ['is a refusal', undefined, { Effect: 'Deny' }],
  ['is in another issuer', undefined, { Principal: { Federated: 'accounts.google.com' } }],
  [
    'is in everybody else',
    undefined,
    { Principal: undefined, NotPrincipal: { Federated: COGNITO } },
  ],
] as const) {
  test(`a trust that ${what} is none in any identity pool`, () => {
    assert.equal(problemOf(condition, more), undefined);
  });
}
