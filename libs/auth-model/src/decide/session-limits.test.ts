import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parsePolicyDocument, type NamedPolicy } from '@gatehouse/iam';
import { known } from '@gatehouse/terraform-json';

import type { Session } from '../decide';
import { authorizeInvoke, type SignedInvokeRequest } from './authorize-invoke';
import { GUEST_SESSION_POLICIES } from './guest-session-policies';

const ARN = 'arn:aws:execute-api:us-west-2:111111111111:abc';
const ROLE = 'arn:aws:iam::111111111111:role/member';
const SESSION = 'arn:aws:sts::111111111111:assumed-role/member/CognitoIdentityCredentials';
const NAMED: Session = { name: 'CognitoIdentityCredentials' };

function policy(Effect: 'Allow' | 'Deny', more: object = {}): NamedPolicy {
  const Statement = { Effect, Action: 'execute-api:Invoke', Resource: '*', ...more };
  const kind = Object.keys(more).some((name) => name.endsWith('Principal'))
    ? 'resource'
    : 'identity';
  const document = parsePolicyDocument({ Version: '2012-10-17', Statement }, 'p', kind);
  return { name: 'p', document: known(document) };
}

const NOTHING = policy('Allow', { Action: 's3:GetObject' });
const OUTSIDE = { name: 'p', document: { kind: 'unknown', because: 'not in this stack' } } as const;

interface Given {
  readonly own?: NamedPolicy;
  readonly allowed?: NamedPolicy;
  readonly boundary?: NamedPolicy;
  readonly session?: Session;
  readonly tags?: Readonly<Record<string, string>>;
}

function effect({
  own,
  allowed = policy('Allow'),
  boundary,
  session = NAMED,
  tags,
}: Given): string {
  const asRole = ({ name, document }: NamedPolicy) => ({
    name,
    address: 'a',
    document: 'kind' in document ? document : known(document),
  });
  const role = {
    arn: ROLE,
    name: 'member',
    uniqueId: 'AROA1',
    policies: [asRole(allowed)],
    ...(boundary && { permissionsBoundary: asRole(boundary) }),
    ...(tags && { tags }),
  } as SignedInvokeRequest['role'];
  const api = { name: 'api', executionArn: ARN, ...(own && { policy: asRole(own).document }) };
  const asked = { stage: { name: 'dev' }, httpMethod: 'GET', path: '/secure' };
  const { decision } = authorizeInvoke({ ...asked, api, role, session });
  return decision.effect === 'deny' ? `${decision.kind} deny` : decision.effect;
}

test('a permissions boundary takes away what it does not allow, and grants nothing', () => {
  assert.equal(effect({ boundary: policy('Allow') }), 'allow');
  assert.equal(effect({ boundary: NOTHING }), 'implicit deny');
  assert.equal(effect({ boundary: policy('Deny') }), 'explicit deny');
  assert.equal(effect({ boundary: policy('Allow'), allowed: NOTHING }), 'implicit deny');
});

test('a boundary that is not known leaves open what would be allowed, and not what is denied anyway', () => {
  assert.equal(effect({ boundary: OUTSIDE }), 'unknown');
  assert.equal(effect({ boundary: OUTSIDE, allowed: NOTHING }), 'implicit deny');
});

test('the policies of a session are weighed together, and apart from the boundary', () => {
  const session = { ...NAMED, policies: [NOTHING, policy('Allow')] };
  assert.equal(effect({ session }), 'allow');
  assert.equal(effect({ session, boundary: NOTHING }), 'implicit deny');
  assert.equal(effect({ session: { ...NAMED, policies: [NOTHING] } }), 'implicit deny');
  assert.equal(effect({ session: { ...NAMED, policies: [] } }), 'implicit deny');
});

test('a guest may call APIs, and no service that AWS keeps from guests', () => {
  const session = { ...NAMED, policies: GUEST_SESSION_POLICIES };
  assert.equal(effect({ session }), 'allow');
  const actions = GUEST_SESSION_POLICIES.flatMap(({ document }) =>
    document.statements.flatMap((statement) => statement.actions.patterns),
  );
  for (const kept of ['iam:*', 'sts:*', 'ec2:*', '*']) assert.ok(!actions.includes(kept), kept);
});

test('what the API grants to the role is limited, what it grants to the session or to all is not', () => {
  const limited = { allowed: NOTHING, boundary: NOTHING };
  const own = (Principal: unknown): NamedPolicy => policy('Allow', { Principal });
  assert.equal(effect({ allowed: NOTHING, own: own({ AWS: ROLE }) }), 'allow');
  assert.equal(effect({ ...limited, own: own({ AWS: ROLE }) }), 'implicit deny');
  assert.equal(effect({ ...limited, own: own({ AWS: SESSION }) }), 'allow');
  assert.equal(effect({ ...limited, own: own('*') }), 'allow');
  assert.equal(effect({ ...limited, boundary: policy('Deny'), own: own('*') }), 'explicit deny');
  assert.equal(effect({ allowed: NOTHING, boundary: OUTSIDE, own: own({ AWS: ROLE }) }), 'unknown');
});

test('what the API grants to the account, a role of the account needs in its own policies too', () => {
  for (const AWS of ['111111111111', 'arn:aws:iam::111111111111:root']) {
    const own = policy('Allow', { Principal: { AWS } });
    assert.equal(effect({ allowed: NOTHING, own }), 'implicit deny');
    assert.equal(effect({ own }), 'allow');
    const both = policy('Allow', { Principal: { AWS: [AWS, ROLE] } });
    assert.equal(effect({ allowed: NOTHING, own: both }), 'allow');
    assert.equal(effect({ own: policy('Deny', { Principal: { AWS } }) }), 'explicit deny');
  }
});

test('a deny for all but some is for everyone who has a boundary', () => {
  const own = policy('Deny', { NotPrincipal: { AWS: [ROLE, SESSION, '111111111111'] } });
  assert.equal(effect({ own }), 'allow');
  assert.equal(effect({ own, boundary: policy('Allow') }), 'explicit deny');
});

test('the API’s own policy knows a session by its name', () => {
  const own = policy('Allow', { Principal: { AWS: SESSION.replace(/[^/]*$/, 'me') } });
  assert.equal(effect({ allowed: NOTHING, own, session: { name: 'me' } }), 'allow');
  assert.equal(effect({ allowed: NOTHING, own, session: { name: 'you' } }), 'implicit deny');
});

test('conditions see the tags of the role, and the session’s own in their place', () => {
  const allowed = policy('Allow', {
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } },
  });
  assert.equal(effect({ allowed }), 'implicit deny');
  assert.equal(effect({ allowed, tags: { Team: 'red' } }), 'allow');
  assert.equal(
    effect({ allowed, tags: { Team: 'red' }, session: { ...NAMED, tags: { team: 'blue' } } }),
    'implicit deny',
  );
  assert.equal(effect({ allowed, session: { ...NAMED, tags: { TEAM: 'red' } } }), 'allow');
});

test('aws:userid names the session', () => {
  const allowed = policy('Allow', { Condition: { StringEquals: { 'aws:userid': 'AROA1:me' } } });
  assert.equal(effect({ allowed, session: { name: 'me' } }), 'allow');
  assert.equal(effect({ allowed }), 'implicit deny');
});
