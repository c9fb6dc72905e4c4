import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePolicyDocument, type PolicyKind } from '@gatehouse/iam';
import { known } from '@gatehouse/terraform-json';

import type { Asker, KeyOrigin } from './condition-key';
import { CONDITION_KEYS } from './condition-key-table';
import { unknownKeys } from './condition-keys';
import { authorizeInvoke, authorizeUnsignedInvoke } from './authorize-invoke';
import { evaluateTrust } from './evaluate-trust';

const ACCOUNT = '111111111111';
const ARN = `arn:aws:execute-api:us-west-2:${ACCOUNT}:abc`;
const API = { name: 'api', executionArn: ARN };
const INVOKE = { stage: { name: 'dev' }, httpMethod: 'GET', path: '/secure' };

const documentOf = (kind: PolicyKind, Statement: object) =>
  known(parsePolicyDocument({ Version: '2012-10-17', Statement }, 'p', kind));

/** What is said of a statement that allows only where a key is absent (`true`) or present (`false`). */
const ifAbsent = (name: string, isAbsent: string) => ({
  Effect: 'Allow',
  Condition: { Null: { [name.replace('/*', '/x')]: isAbsent } },
});

const ROLE = {
  arn: `arn:aws:iam::${ACCOUNT}:role/member`,
  name: 'member',
  uniqueId: 'AROA1',
  tags: {},
};

const SIGNED = {
  'cognito-identity.amazonaws.com:aud': 'pool',
  'cognito-identity.amazonaws.com:amr': ['authenticated'],
};

type Ask = (statement: object, moment: 'asked' | 'ahead') => string | undefined;

/** Each asks with all that it is given ahead, and with nothing of the request itself. */
const ASKS: Partial<Record<Asker, Ask>> = {
  session: (statement, moment) => {
    const body = { Action: 'execute-api:Invoke', Resource: '*', ...statement };
    const policies = [{ name: 'p', address: 'a', document: documentOf('identity', body) }];
    const role = { ...ROLE, policies };
    return authorizeInvoke({ ...INVOKE, api: API, role, context: SIGNED, moment }).decision.effect;
  },
  unsigned: (statement, moment) => {
    const body = { Action: '*', Resource: '*', Principal: '*', ...statement };
    const api = { ...API, policy: documentOf('resource', body) };
    return authorizeUnsignedInvoke({ ...INVOKE, api, moment })?.decision.effect;
  },
  client: (statement, moment) => trustSays('client', statement, moment),
  pool: (statement, moment) => trustSays('pool', statement, moment),
};

function trustSays(asker: 'client' | 'pool', statement: object, moment: 'asked' | 'ahead') {
  const Principal = { Federated: 'cognito-identity.amazonaws.com' };
  const trust = documentOf('trust', { Action: 'sts:*', Principal, ...statement });
  return evaluateTrust(
    { ...ROLE, trust },
    {
      audience: 'pool',
      amr: ['authenticated'],
      subject: moment === 'ahead' ? undefined : 'id',
      asker,
      ...(moment === 'asked' && { request: { atMs: 0 } }),
    },
  ).effect;
}

/** Whether a key is there, as a decision sees it: `true`, `false`, or not known. */
function isThere(ask: Ask, name: string, moment: 'asked' | 'ahead'): boolean | undefined {
  if (ask(ifAbsent(name, 'false'), moment) === 'allow') return true;
  return ask(ifAbsent(name, 'true'), moment) === 'allow' ? false : undefined;
}

const AHEAD: Readonly<Record<KeyOrigin, readonly (boolean | undefined)[]>> = {
  settled: [true],
  optional: [false],
  session: [undefined],
  request: [undefined],
  never: [false],
  outside: [undefined],
};

/** S3 has a place of its own to say what they hold. */
const KEYS = CONDITION_KEYS.filter(({ name }) => !name.startsWith('s3:'));

for (const [asker, ask] of Object.entries(ASKS)) {
  for (const { name, origin } of KEYS) {
    const from = origin[asker as Asker];
    test(`before there is a request of the ${asker}, ${name} is as the table says: ${from}`, () => {
      assert.ok(AHEAD[from].includes(isThere(ask, name, 'ahead')));
    });
  }
}

test('a request settles whatever hangs on it, and nothing that is outside', () => {
  for (const [asker, ask] of Object.entries(ASKS)) {
    for (const { name, origin } of KEYS) {
      const isOutside = origin[asker as Asker] === 'outside';
      assert.equal(isThere(ask, name, 'asked') === undefined, isOutside, `${name} of ${asker}`);
    }
  }
});

test('names every key once, with when it is sent and where that is written', () => {
  const names = CONDITION_KEYS.map(({ name }) => name.toLowerCase());
  assert.equal(new Set(names).size, names.length);
  for (const { sent, source } of CONDITION_KEYS) assert.ok(sent !== '' && source !== '');
});

test('a key of aws: that nobody here knows is not known; one of another service is absent', () => {
  for (const asker of ['session', 'unsigned', 'public', 'client', 'pool'] as const) {
    assert.equal(unknownKeys(asker, 'asked')('aws:madeuplater'), true);
    assert.equal(unknownKeys(asker, 'ahead')('saml:aud'), false);
  }
});

test('where nothing settles the region or the account of an API, they are not known', () => {
  const symbol = { ...API, executionArn: '${aws_api_gateway_rest_api.api.execution_arn}' };
  const body = {
    Action: '*',
    Resource: '*',
    ...ifAbsent('aws:RequestedRegion', 'true'),
  };
  const policies = [{ name: 'p', address: 'a', document: documentOf('identity', body) }];
  const role = { ...ROLE, policies };
  assert.equal(authorizeInvoke({ ...INVOKE, api: symbol, role }).decision.effect, 'unknown');
});
