import assert from 'node:assert/strict';
import { test } from 'node:test';

import { evaluate } from './evaluate';
import { parsePolicyDocument } from './parse-policy-document';
import { ANONYMOUS } from './principal';
import { kindOf } from './testing/kind-of';

const COGNITO = { type: 'Federated', value: 'cognito-identity.amazonaws.com' };
const SESSION = {
  type: 'AWS',
  value: 'arn:aws:sts::123456789012:assumed-role/admin/CognitoIdentityCredentials',
};

type Row = readonly [element: unknown, asking: typeof COGNITO | undefined, allowed: boolean];

const ROWS: readonly Row[] = [
  [{ Principal: '*' }, ANONYMOUS, true],
  [{ Principal: '*' }, SESSION, true],
  [{ Principal: { AWS: '*' } }, ANONYMOUS, true],
  [{ Principal: { AWS: '123456789012' } }, ANONYMOUS, false],
  [{ Principal: { AWS: '123456789012' } }, SESSION, true],
  [{ Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, SESSION, true],
  [{ Principal: { AWS: '210987654321' } }, SESSION, false],
  [{ Principal: { AWS: 'arn:aws:iam::123456789012:role/path/admin' } }, SESSION, true],
  [{ Principal: { AWS: 'arn:aws:iam::123456789012:role/member' } }, SESSION, false],
  [{ Principal: { AWS: 'arn:aws:iam::210987654321:role/admin' } }, SESSION, false],
  [{ Principal: { AWS: 'arn:aws:sts::123456789012:assumed-role/*' } }, SESSION, false],
  [{ Principal: { AWS: SESSION.value } }, SESSION, true],
  [{ Principal: { Federated: ['x.com', COGNITO.value] } }, COGNITO, true],
  [{ Principal: { Federated: 'x.com' } }, COGNITO, false],
  [{ Principal: { Service: COGNITO.value } }, COGNITO, false],
  [{ NotPrincipal: { Federated: COGNITO.value } }, COGNITO, false],
  [{ NotPrincipal: { Federated: 'x.com' } }, COGNITO, true],
  [{}, COGNITO, false],
  [{}, undefined, true],
  [{ Principal: '*' }, undefined, false],
];

for (const [element, asking, allowed] of ROWS) {
  const who = asking ? `${asking.type} ${asking.value}` : 'the holder of an identity policy';
  test(`${JSON.stringify(element)} ${allowed ? 'is' : 'is not'} for ${who}`, () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    const document = parsePolicyDocument(
      { Version: '2012-10-17', Statement: { ...statement, ...(element as object) } },
      'p',
      kindOf(element as object, statement),
    );
    const request = {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      context: {},
      ...(asking && { principal: asking }),
    };
    assert.equal(evaluate([{ name: 'p', document }], request).effect, allowed ? 'allow' : 'deny');
  });
}
