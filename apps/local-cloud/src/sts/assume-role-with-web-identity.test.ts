import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aRole, POOL_ID, PROVIDER, roleArn } from '../cognito-identity/testing/identity-fixture';
import { ACCOUNT, setUpSts, type StsFixture, type StsReply } from './testing/sts-fixture';

const GUESTS = {
  allowUnauthenticated: { kind: 'known', value: true },
  unauthenticatedRoleArn: { kind: 'known', value: roleArn('guest') },
} as const;
const DENIED = 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity';

async function assume(
  fixture: StsFixture,
  parameters: Readonly<Record<string, string>> = {},
): Promise<StsReply> {
  return fixture.ask({
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: roleArn('member'),
    RoleSessionName: 'app-1',
    WebIdentityToken: parameters.WebIdentityToken ?? (await fixture.openIdToken('USER')),
    ...parameters,
  });
}

test('gives the role that is asked for to a token of the identity pool', async () => {
  const fixture = setUpSts();
  const { said, body, element, decision } = await assume(fixture);
  assert.equal(said, 'ok');
  const issued = fixture.store.find(element('AccessKeyId') ?? '');
  assert.ok(issued);
  assert.equal(issued.secretAccessKey, element('SecretAccessKey'));
  assert.equal(issued.sessionToken, element('SessionToken'));
  assert.equal(element('Expiration'), '2026-09-01T08:04:09Z');
  assert.equal(issued.flow, 'basic');
  assert.equal(issued.sessionName, 'app-1');
  assert.equal(issued.identityPoolId, POOL_ID);
  assert.equal(issued.authenticationProvider, `${PROVIDER},${PROVIDER}:CognitoSignIn:user`);
  assert.equal(element('SubjectFromWebIdentityToken'), issued.identityId);
  assert.equal(element('Audience'), POOL_ID);
  assert.equal(element('Provider'), 'cognito-identity.amazonaws.com');
  assert.equal(element('Arn'), `arn:aws:sts::${ACCOUNT}:assumed-role/member/app-1`);
  assert.equal(element('AssumedRoleId'), 'AROAMEMBER:app-1');
  assert.match(
    body,
    /^<AssumeRoleWithWebIdentityResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><AssumeRoleWithWebIdentityResult>/,
  );
  assert.match(decision, /gets role member as .*statement IdentityPool of trust of role member/);
  assert.ok(!decision.includes(issued.secretAccessKey));
});

test('a GET with a query is as good as a form', async () => {
  const fixture = setUpSts();
  const query = new URLSearchParams({
    Version: '2011-06-15',
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: roleArn('member'),
    RoleSessionName: 'app-1',
    WebIdentityToken: await fixture.openIdToken('USER'),
  });
  assert.equal((await fixture.send({ method: 'GET', rawQuery: query.toString() })).said, 'ok');
});

test('a guest of the basic flow is not scoped down', async () => {
  const roles = [aRole('guest', 'unauthenticated')];
  const fixture = setUpSts({ pool: GUESTS, roles });
  const { said, element } = await assume(fixture, {
    RoleArn: roleArn('guest'),
    WebIdentityToken: await fixture.openIdToken(),
  });
  assert.equal(said, 'ok');
  const issued = fixture.store.find(element('AccessKeyId') ?? '');
  assert.equal(issued?.authenticationType, 'unauthenticated');
  assert.equal(issued.sessionPolicies, undefined);
});

test('refuses a role that does not trust the token, and one that is not there, in the same words', async () => {
  const fixture = setUpSts({ roles: [aRole('member', 'unauthenticated')] });
  const refused = await assume(fixture);
  assert.equal(refused.status, 403);
  assert.equal(refused.said, DENIED);
  assert.match(refused.decision, /the trust policy of role member has no statement/);
  const absent = await assume(fixture, { RoleArn: roleArn('nobody') });
  assert.equal(absent.said, DENIED);
  assert.match(absent.decision, /the stack has no role/);
});

test('refuses a token that is no token of an identity pool', async () => {
  const fixture = setUpSts();
  const genuine = await fixture.openIdToken('USER');
  const [head = '', payload = '', signature = ''] = genuine.split('.');
  const says = (claims: object): string =>
    `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const said = async (WebIdentityToken: string): Promise<string> =>
    (await assume(fixture, { WebIdentityToken })).said;
  assert.equal(
    await said('undefined'),
    'InvalidIdentityToken: The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  );
  assert.equal(
    await said(says({ ...claims, iss: 'https://login.example.com' })),
    'InvalidIdentityToken: No OpenIDConnect provider found in your account for https://login.example.com',
  );
  for (const forged of [
    { ...claims, sub: 'us-west-2:1' },
    { ...claims, aud: 'us-west-2:1' },
  ]) {
    assert.match(await said(says(forged)), /^InvalidIdentityToken: .* could not be validated/);
  }
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  assert.match(await said(`${none}.${payload}.`), /^InvalidIdentityToken: /);
});

test('a token is good for ten minutes', async () => {
  const fixture = setUpSts();
  const WebIdentityToken = await fixture.openIdToken('USER');
  fixture.clock.nowMs += 599_000;
  assert.equal((await assume(fixture, { WebIdentityToken })).said, 'ok');
  fixture.clock.nowMs += 1000;
  assert.equal(
    (await assume(fixture, { WebIdentityToken })).said,
    'ExpiredTokenException: Token expired: current date/time 1788246849 must be before the expiration date/time 1788246849',
  );
});

test('a session lives as long as was asked, within the bounds of STS and of the role', async () => {
  const fixture = setUpSts();
  const said = async (DurationSeconds: string): Promise<string> =>
    (await assume(fixture, { DurationSeconds })).said;
  const { element } = await assume(fixture, { DurationSeconds: '900' });
  assert.equal(element('Expiration'), '2026-09-01T07:19:09Z');
  assert.equal(
    await said('899'),
    "ValidationError: 1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  );
  assert.match(await said('43201'), /Member must have value less than or equal to 43200$/);
  assert.match(await said('soon'), /^MalformedInput: /);
  assert.equal(
    await said('3601'),
    'ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  );
});

test('a session policy is a limit of the session', async () => {
  const fixture = setUpSts();
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' },
  });
  const { element } = await assume(fixture, { Policy });
  const issued = fixture.store.find(element('AccessKeyId') ?? '');
  assert.equal(issued?.sessionPolicies?.[0]?.document.statements.length, 1);
  assert.equal(element('PackedPolicySize'), '5');
});

test('refuses a session policy that is none', async () => {
  const fixture = setUpSts();
  const said = async (Policy: string): Promise<string> => (await assume(fixture, { Policy })).said;
  assert.match(await said('{'), /^MalformedPolicyDocument: /);
  const Statement = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  assert.equal(
    await said(JSON.stringify({ Version: '2012-10-17', Statement })),
    'MalformedPolicyDocument: Policy document should not specify a principal.',
  );
  assert.match(await said(' '.repeat(2049)), /length less than or equal to 2048$/);
});

const MISSING = { RoleArn: '', RoleSessionName: 'x', WebIdentityToken: '' };

test('checks all parameters before anything else', async () => {
  const fixture = setUpSts();
  assert.match(
    (await assume(fixture, MISSING)).said,
    /^ValidationError: 3 validation errors detected: .*'roleArn'.*'roleSessionName'.*'webIdentityToken'/,
  );
  assert.match(
    (await assume(fixture, { RoleSessionName: 'a b' })).said,
    /'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
  );
  const { said } = await fixture.ask({ Action: 'AssumeRoleWithWebIdentity' });
  assert.match(said, /Value null at 'roleArn' failed/);
});

test('says aloud what it does not play', async () => {
  const fixture = setUpSts();
  const arns = await assume(fixture, { 'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/X' });
  assert.equal(arns.status, 501);
  assert.match(arns.said, /^NotEmulatedException: PolicyArns .*parse-web-identity-request\.ts/);
  assert.equal((await assume(fixture, { ProviderId: 'www.amazon.com' })).status, 501);
  assert.match(
    (await fixture.ask({ Action: 'AssumeRole' })).said,
    /sts AssumeRole is not emulated/,
  );
});

test('does not know other operations, or other versions', async () => {
  const fixture = setUpSts();
  assert.equal(
    (await fixture.ask({ Action: '<Nonsense>' })).said,
    'InvalidAction: Could not find operation &lt;Nonsense&gt; for version 2011-06-15',
  );
  const old = await fixture.ask({ Action: 'GetCallerIdentity', Version: '2010-05-08' });
  assert.equal(
    old.said,
    'InvalidAction: Could not find operation GetCallerIdentity for version 2010-05-08',
  );
});

test('tags of the token become tags of the session, where the role lets it be tagged', async () => {
  const principalTags = [{ providerName: PROVIDER, claimOfTag: { team: 'team' } }];
  const untagged = setUpSts({ pool: { principalTags } });
  assert.equal((await assume(untagged)).said, DENIED);
  const actions = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'];
  const fixture = setUpSts({
    pool: { principalTags },
    roles: [aRole('member', 'authenticated', POOL_ID, actions)],
  });
  const { element } = await assume(fixture);
  const issued = fixture.store.find(element('AccessKeyId') ?? '');
  assert.deepEqual(issued?.principalTags, { team: 'red' });
});
