import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { AccessRequest, Decision, NamedPolicy } from './decision';
import { describeDecision } from './describe-decision';
import { evaluate } from './evaluate';
import { parsePolicyDocument } from './parse-policy-document';
import { kindOf } from './testing/kind-of';

const API = 'arn:aws:execute-api:us-west-2:123456789012:abc123/dev';
const INVOKE = { action: 'execute-api:Invoke', resource: `${API}/GET/vip`, context: {} };

function policy(...statements: readonly object[]): NamedPolicy {
  const name = 'policy "Invoke" of role member';
  return {
    name,
    document: parsePolicyDocument(
      { Version: '2012-10-17', Statement: statements },
      name,
      kindOf(...statements),
    ),
  };
}

function allow(path: string, more: object = {}): object {
  return { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: `${API}${path}`, ...more };
}

function decide(policies: readonly NamedPolicy[], request: Partial<AccessRequest> = {}): Decision {
  return evaluate(policies, { ...INVOKE, ...request });
}

test('allows what a statement allows, and names it', () => {
  const decision = decide([policy(allow('/GET/secure'), allow('/GET/vip', { Sid: 'CallGetVip' }))]);
  assert.equal(decision.effect, 'allow');
  assert.equal(
    describeDecision(decision),
    'statement CallGetVip of policy "Invoke" of role member allows',
  );
});

test('names a statement without a Sid by its position', () => {
  const decision = decide([policy(allow('/GET/secure'), allow('/GET/vip'))]);
  assert.equal(describeDecision(decision), 'statement #1 of policy "Invoke" of role member allows');
});

test('an explicit deny wins over an allow, in whichever policy and order', () => {
  const deny = allow('/*', { Sid: 'Shut', Effect: 'Deny' });
  for (const policies of [
    [policy(allow('/GET/vip'), deny)],
    [policy(deny, allow('/GET/vip'))],
    [policy(allow('/GET/vip')), policy(deny)],
  ]) {
    const decision = decide(policies);
    assert.ok(decision.effect === 'deny' && decision.kind === 'explicit');
    assert.equal(
      describeDecision(decision),
      'statement Shut of policy "Invoke" of role member denies',
    );
  }
});

test('an action matches in any casing, a resource only in its own', () => {
  const policies = [policy(allow('/GET/vip', { Action: 'EXECUTE-API:inv*' }))];
  assert.equal(decide(policies).effect, 'allow');
  assert.equal(decide(policies, { resource: `${API}/GET/VIP` }).effect, 'deny');
});

test('NotAction and NotResource match what they do not list', () => {
  const notAction = [policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })];
  assert.equal(decide(notAction).effect, 'allow');
  assert.equal(decide(notAction, { action: 's3:GetObject' }).effect, 'deny');
  const notResource = [
    policy({ Effect: 'Allow', Action: '*', NotResource: [`${API}/GET/vip`, `${API}/POST/*`] }),
  ];
  assert.equal(decide(notResource).effect, 'deny');
  assert.equal(decide(notResource, { resource: `${API}/GET/secure` }).effect, 'allow');
});

test('NotResource with a variable that has no value allows nothing', () => {
  const policies = [policy({ Effect: 'Allow', Action: '*', NotResource: '${aws:username}' })];
  assert.equal(decide(policies).effect, 'deny');
  assert.equal(decide(policies, { context: { 'aws:username': 'x' } }).effect, 'allow');
});

test('a resource variable takes the value of the request', () => {
  const policies = [policy(allow('/GET/${cognito-identity.amazonaws.com:sub}/*'))];
  const context = { 'cognito-identity.amazonaws.com:sub': 'us-west-2:1' };
  assert.equal(decide(policies, { context, resource: `${API}/GET/us-west-2:1/a` }).effect, 'allow');
  assert.equal(decide(policies, { context, resource: `${API}/GET/us-west-2:2/a` }).effect, 'deny');
});

test('all lines of a condition must match, and the one that does not is named', () => {
  const Condition = { StringEquals: { 'a:x': '1', 'a:y': ['2', '3'] } };
  const policies = [policy(allow('/GET/vip', { Condition }))];
  assert.equal(decide(policies, { context: { 'a:x': '1', 'a:y': '3' } }).effect, 'allow');
  const decision = decide(policies, { context: { 'a:x': '1' } });
  assert.ok(decision.effect === 'deny' && decision.kind === 'implicit');
  assert.equal(decision.nearest?.part, 'condition');
  assert.equal(decision.nearest.detail, 'StringEquals wants a:y 2 or 3, the request has nothing');
});

test('without any statement the implicit deny has no nearest miss', () => {
  assert.deepEqual(decide([]), { effect: 'deny', kind: 'implicit' });
  assert.equal(
    describeDecision(decide([]), INVOKE),
    `has no statement for execute-api:Invoke on ${API}/GET/vip`,
  );
});

test('the nearest miss is the statement that got furthest, then the one most alike', () => {
  const decision = decide([
    policy(
      { Sid: 'Logs', Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' },
      allow('/POST/vip', { Sid: 'CallPostVip' }),
      allow('/GET/secure', { Sid: 'CallGetSecure' }),
      { Sid: 'Never', Effect: 'Deny', Action: 'execute-api:Invoke', Resource: `${API}/GET/vi` },
    ),
  ]);
  assert.ok(decision.effect === 'deny' && decision.kind === 'implicit');
  assert.equal(decision.nearest?.statement.sid, 'CallGetSecure');
  assert.equal(decision.nearest.part, 'resource');
  assert.equal(decision.nearest.detail, `resource ${API}/GET/vip does not match ${API}/GET/secure`);
  assert.equal(
    describeDecision(decision, INVOKE),
    `has no statement for execute-api:Invoke on ${API}/GET/vip; nearest: "CallGetSecure" allows …/GET/secure`,
  );
  assert.match(describeDecision(decision), /^has no statement that allows it; nearest: /);
});

test('of several resources the nearest miss shows the closest', () => {
  const decision = decide([
    policy(allow('/', { Resource: ['arn:aws:s3:::x', `${API}/GET/secure`] })),
  ]);
  assert.ok(decision.effect === 'deny' && decision.kind === 'implicit');
  assert.equal(decision.nearest?.wanted, `${API}/GET/secure`);
  assert.match(decision.nearest.detail, /GET\/secure \(nor 1 more\)$/);
});

test('an action that nothing names is the part that missed', () => {
  const decision = decide([policy({ Sid: 'L', Effect: 'Allow', Action: 'logs:*', Resource: '*' })]);
  assert.match(
    describeDecision(decision, INVOKE),
    /nearest: "L": action execute-api:Invoke does not match logs:\*$/,
  );
});

const UNKNOWN: NamedPolicy = {
  name: 'policy "Later" of role member',
  document: { kind: 'unknown', because: 'known after apply' },
};
const REFERENCE: NamedPolicy = {
  name: 'policy "Elsewhere" of role member',
  document: { kind: 'reference', reference: { address: 'aws_iam_policy.p', attribute: 'policy' } },
};
const HANGS_ON_IP = { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } };
const UNKNOWN_IP = { unknownKeys: ['aws:SourceIp'] };

test('a known value is evaluated as the document it holds', () => {
  const { document } = policy(allow('/GET/vip'));
  assert.ok(!('kind' in document));
  const known: NamedPolicy = { name: 'p', document: { kind: 'known', value: document } };
  assert.equal(decide([known]).effect, 'allow');
});

test('a document that is not known leaves the answer open, and says which and why', () => {
  const open = [
    [[UNKNOWN], 'policy "Later" of role member is not known yet (known after apply)'],
    [
      [policy(allow('/GET/vip')), REFERENCE],
      'policy "Elsewhere" of role member is not known yet (aws_iam_policy.p.policy)',
    ],
  ] as const;
  for (const [policies, because] of open) {
    assert.deepEqual(decide(policies), { effect: 'unknown', because });
  }
});

test('a known explicit deny settles the answer, whatever is not known', () => {
  const deny = policy(allow('/*', { Effect: 'Deny' }));
  for (const policies of [
    [UNKNOWN, deny],
    [deny, UNKNOWN],
  ]) {
    assert.equal(decide(policies, UNKNOWN_IP).effect, 'deny');
  }
});

test('an allow that hangs on an unknown key is unknown, and names the key', () => {
  const decision = decide([policy(allow('/GET/vip', { Sid: 'Near', ...HANGS_ON_IP }))], UNKNOWN_IP);
  const because =
    'statement Near of policy "Invoke" of role member hangs on aws:sourceip, not known yet';
  assert.deepEqual(decision, { effect: 'unknown', because });
});

test('an unknown key does not matter where another part misses, or another statement allows', () => {
  const elsewhere = policy(allow('/GET/secure', HANGS_ON_IP));
  assert.equal(decide([elsewhere], UNKNOWN_IP).effect, 'deny');
  const either = policy(allow('/GET/vip', HANGS_ON_IP), allow('/GET/vip'));
  assert.equal(decide([either], UNKNOWN_IP).effect, 'allow');
});

test('a deny that hangs on an unknown key opens an allow, but not an implicit deny', () => {
  const deny = allow('/*', { Effect: 'Deny', ...HANGS_ON_IP });
  assert.equal(decide([policy(allow('/GET/vip'), deny)], UNKNOWN_IP).effect, 'unknown');
  assert.equal(decide([policy(allow('/GET/secure'), deny)], UNKNOWN_IP).effect, 'deny');
});

test('a resource with an unknown variable leaves open only what it could name', () => {
  const unknown = { unknownKeys: ['aws:username'] };
  const own = policy(allow('/GET/home/${aws:username}'));
  assert.equal(decide([own], unknown).effect, 'deny');
  assert.equal(decide([policy(allow('/GET/${aws:username}'))], unknown).effect, 'unknown');
  const others = { Effect: 'Allow', Action: '*', NotResource: '*/home/${aws:username}' };
  assert.equal(decide([policy(others)], unknown).effect, 'unknown');
});

test('a deny with NotPrincipal that lists not all of a session opens the answer, and says why', () => {
  const session = 'arn:aws:sts::123456789012:assumed-role/member/s';
  const role = 'arn:aws:iam::123456789012:role/member';
  const open = { ...allow('/*'), Principal: '*' };
  const deny = { ...allow('/*'), Effect: 'Deny', Sid: 'Rest', NotPrincipal: { AWS: role } };
  const decision = decide([policy(open, deny)], { principal: { type: 'AWS', value: session } });
  assert.deepEqual(decision, {
    effect: 'unknown',
    because: `statement Rest of policy "Invoke" of role member lists ${session} in NotPrincipal, but not its account, its role and its session, and AWS may ask for each`,
  });
});
