/** A third party's hand-written Terraform JSON: variables, loops and data sources; rules on custom claims; two pools, two websites. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { accessMatrix, readAuthModel, symbolicAttributes } from '@gatehouse/auth-model';

import { readStack } from '../../apps/local-cloud/src/boot/read-stack';
import type { Credentials } from './caller';
import {
  call,
  concrete,
  startThirdParty,
  type Account,
  type ThirdPartyStack,
} from './third-party-stack';

const SOURCE = { kind: 'synthesized', stackDir: 'test/fixtures/stacks/harbour' } as const;
const { cells } = accessMatrix(readAuthModel(readStack(SOURCE).graph, symbolicAttributes));

const staff = (
  username: string,
  claims: { readonly department?: string; readonly clearance?: string },
): Account => ({
  username,
  pool: 'harbour-staff',
  attributes: Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [`custom:${name}`, value]),
  ),
});

const BERTHS = 'GET /berths';
const TARIFFS = 'GET /tariffs';
const MANIFEST = 'GET /manifests/{number}';
const OPEN = 'GET /tides';
const ROUTES = [BERTHS, 'POST /berths', TARIFFS, MANIFEST, OPEN];

/** The rule that matches first decides; everything but the open route is refused besides. */
const PEOPLE: readonly (readonly [Account, readonly string[] | 'no credentials'])[] = [
  // StartsWith, before the department counts.
  [staff('chief', { department: 'pilotage', clearance: 'customs/high' }), [MANIFEST, TARIFFS]],
  [staff('short', { department: 'pilotage', clearance: 'customs' }), [BERTHS]],
  // Equals; the boundary of its role takes POST /berths away.
  [staff('pilot', { department: 'pilotage' }), [BERTHS]],
  // Contains, in a part of the claim.
  [staff('officer', { department: 'sea customs, night' }), [MANIFEST]],
  // NotEqual: of everybody else who has the claim.
  [staff('clerk', { department: 'Pilotage' }), [BERTHS, TARIFFS]],
  // No rule matches, and the mapping says Deny.
  [staff('contractor', { department: 'contractor' }), 'no credentials'],
  [staff('nobody', {}), 'no credentials'],
  // The other pool has no mapping: the authenticated role, from loopback addresses only.
  [{ username: 'agent', pool: 'harbour-agents' }, [TARIFFS]],
];

let stack: ThirdPartyStack;
const credentials = new Map<string, Credentials>();

before(async () => {
  stack = await startThirdParty(
    SOURCE,
    PEOPLE.map(([account]) => account),
  );
  for (const [account, may] of PEOPLE) {
    if (may !== 'no credentials')
      credentials.set(account.username, await stack.credentialsOf(account));
  }
});
after(() => stack.stop());

for (const [account, may] of PEOPLE) {
  const { username } = account;
  if (may === 'no credentials') {
    test(`${username} matches no rule and gets no credentials`, async () => {
      await assert.rejects(stack.credentialsOf(account), { name: 'NotAuthorizedException' });
    });
    continue;
  }
  for (const route of ROUTES) {
    const expected = may.includes(route) || route === OPEN;
    test(`${username} calling ${route} is ${expected ? 'allowed' : 'refused'}`, async () => {
      const { allowed, errorType, body } = await call(
        stack.configOf({}),
        credentials.get(username),
        concrete(route),
      );
      assert.equal(allowed, expected, body);
      assert.equal(errorType, expected ? undefined : 'AccessDeniedException');
    });
  }
}

/** Somebody for each way in which the rules come out, and for whom there are none. */
const WHO: Readonly<Record<string, string>> = {
  'member of AGENTS desk': 'agent',
  'member where custom:clearance starts with "customs/" of STAFF desk': 'chief',
  'member where custom:department = "pilotage" of STAFF desk': 'pilot',
  'member where custom:department contains "customs" of STAFF desk': 'officer',
  'member where custom:department is not "contractor" of STAFF desk': 'clerk',
};
/** They get no credentials. */
const WITHOUT_ROLE = ['guest', 'member of STAFF desk'];

test('decides for each outcome of the rules as the matrix does', async () => {
  const told = cells.filter(({ allowed }) => allowed !== null);
  assert.deepEqual(
    new Set(cells.map(({ principal }) => principal)),
    new Set([...Object.keys(WHO), ...WITHOUT_ROLE]),
  );
  for (const { principal, route, allowed, reason } of told) {
    const user = WHO[principal] ?? '';
    const outcome = await call(stack.configOf({}), credentials.get(user), concrete(route));
    assert.equal(outcome.allowed, allowed, `${principal} ${route}: ${reason}`);
  }
});

test('says what cannot be told ahead of a call: where the caller is', () => {
  const open = cells.filter(({ allowed }) => allowed === null);
  assert.ok(open.length > 0);
  for (const { principal, reason } of open) {
    assert.equal(principal, 'member of AGENTS desk');
    assert.match(reason, /aws:sourceip/);
  }
});

test('makes each person in their own pool, and in no other', async () => {
  const [staffPool, agents] = ['harbour-staff', 'harbour-agents'].map((pool) =>
    stack.configOf({ pool }),
  );
  assert.notEqual(staffPool?.userPoolId, agents?.userPoolId);
  await assert.rejects(stack.credentialsOf({ username: 'agent', pool: 'harbour-staff' }), {
    name: 'UserNotFoundException',
  });
});

test('publishes the keys of each pool, and of no other', async () => {
  const { origins } = stack.cloud;
  const keysOf = async (pool: string): Promise<string> => {
    const answer = await fetch(`${origins.userPools}/${pool}/.well-known/jwks.json`);
    return answer.ok ? answer.text() : String(answer.status);
  };
  const [one = '', two = ''] = await Promise.all(stack.model.userPools.map(({ id }) => keysOf(id)));
  assert.match(one, /"kid"/);
  assert.match(two, /"kid"/);
  assert.notEqual(one, two);
  assert.doesNotMatch(await keysOf('ap-southeast-2_Nobodys00'), /"kid"/);
});

test('serves two websites at origins of their own, with the address of the API in them', async () => {
  const { origins, further } = stack.cloud;
  const [second] = further;
  assert.deepEqual([further.length, second?.kind], [1, 'website']);
  const pages = await Promise.all(
    [origins.website, second?.origin ?? ''].map(async (origin) => (await fetch(origin)).text()),
  );
  const api = `the API is at ${origins.api}/v1`;
  assert.deepEqual(
    pages.map((page) => page.replace(/<\/?p>/g, '')),
    [
      `Docs of the harbour in ap-southeast-2; ${api}`,
      `Site of the harbour in ap-southeast-2; ${api}`,
    ],
  );
  const { sites } = stack.model.outputs;
  assert.deepEqual(sites, {
    kind: 'known',
    value: { docs: origins.website, site: second?.origin },
  });
});
