import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { IdentityPool } from '@gatehouse/auth-model';

import { aPool as anIdentityPool, roleArn } from '../../cognito-identity/testing/identity-fixture';
import { aClient, aPool, PROVIDER } from '../../cognito-idp/testing/idp-fixture';
import type { UsersAnswer } from '../answers';
import { operate } from '../testing/operate';

const client = aClient();
const PROVIDERS = [
  { providerName: PROVIDER, clientId: client.id, serverSideTokenCheck: false },
] as const;
const known = <T>(value: T) => ({ kind: 'known', value }) as const;

async function choicesOf(over: Partial<IdentityPool>) {
  const identityPools = [anIdentityPool({ providers: PROVIDERS, roleMappings: [], ...over })];
  const { body } = await operate({ parts: { identityPools } }).ask('GET', '/users');
  return (body as UsersAnswer).pools[0]?.roleChoices;
}

const mapping = (over: Partial<IdentityPool['roleMappings'][number]>) => ({
  roleMappings: [
    { provider: `${PROVIDER}:${client.id}`, type: known('Token' as const), rules: [], ...over },
  ],
});

test('says that everybody gets the authenticated role where nothing maps them, by client and pool', async () => {
  assert.deepEqual(await choicesOf({}), [
    {
      identityPool: 'pool',
      client: client.name,
      words: `Whoever signs in gets the authenticated role, ${roleArn('member')}: groups make no difference.`,
      rules: [],
    },
  ]);
});

test('says that the groups decide where the role is taken from the token, and what is for those without', async () => {
  const [denying] = (await choicesOf(mapping({}))) ?? [];
  assert.match(denying?.words ?? '', /^Their groups decide.* gets no credentials\.$/);
  const [giving] =
    (await choicesOf(mapping({ ambiguousRoleResolution: known('AuthenticatedRole') }))) ?? [];
  assert.match(giving?.words ?? '', /gets the authenticated role, .*member\.$/);
});

test('lists the rules where they decide, in their order, with the roles that they lead to', async () => {
  const rules = [
    { claim: 'custom:dock', matchType: 'StartsWith', value: 'n', roleArn: known('pilot') },
    { claim: 'email', matchType: 'NotEqual', value: 'x', roleArn: unknown() },
  ] as const;
  const [choice] = (await choicesOf(mapping({ type: known('Rules'), rules }))) ?? [];
  assert.match(choice?.words ?? '', /^Rules on their claims decide/);
  assert.deepEqual(choice?.rules, [
    { when: 'custom:dock starts with n', role: 'pilot' },
    { when: 'email is not x', role: 'a role that is not known here' },
  ]);
});

test('claims nothing of what the plan does not know yet', async () => {
  const [choice] = (await choicesOf(mapping({ type: unknown() }))) ?? [];
  assert.equal(choice?.words, 'How the role is chosen is not known here.');
  const [open] = (await choicesOf(mapping({ ambiguousRoleResolution: unknown() }))) ?? [];
  assert.match(open?.words ?? '', /gets what is not known here\.$/);
});

test('says that there is no role to get where the identity pool has none', async () => {
  const identityPool = anIdentityPool({ providers: PROVIDERS, roleMappings: [] });
  const { authenticatedRoleArn, ...withoutRole } = identityPool;
  assert.ok(authenticatedRoleArn);
  const { body } = await operate({ parts: { identityPools: [withoutRole] } }).ask('GET', '/users');
  const [choice] = (body as UsersAnswer).pools[0]?.roleChoices ?? [];
  assert.match(choice?.words ?? '', /no credentials, as the identity pool has no authenticated/);
});

test('has no choice to tell of for a pool that no identity pool takes', async () => {
  const userPools = [aPool(), aPool({ id: 'us-west-2_another00', providerName: 'another' })];
  const identityPools = [anIdentityPool({ providers: PROVIDERS })];
  const { body } = await operate({ parts: { userPools, identityPools } }).ask('GET', '/users');
  assert.deepEqual(
    (body as UsersAnswer).pools.map(({ roleChoices }) => roleChoices.length),
    [1, 0],
  );
});

function unknown() {
  return { kind: 'unknown', because: 'known after apply' } as const;
}
