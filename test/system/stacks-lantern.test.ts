/** A third party's modules, as Terraform resolved them: guests, two APIs, two stages, two functions, all behind a boundary. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  accessMatrix,
  readAuthModel,
  symbolicAttributes,
  type AccessCell,
} from '@gatehouse/auth-model';

import { readStack } from '../../apps/local-cloud/src/boot/read-stack';
import type { Credentials } from './caller';
import { call, startThirdParty, type ThirdPartyStack } from './third-party-stack';

const SOURCE = {
  kind: 'state',
  file: 'test/fixtures/stacks/lantern/state.json',
  assetsDir: 'test/fixtures/stacks/lantern',
} as const;
const { cells } = accessMatrix(readAuthModel(readStack(SOURCE).graph, symbolicAttributes));

const READINGS = 'lantern-readings';
/** Who may call what, by stage, written by hand from the policies: everything else is refused. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  guest: [
    ...['live GET /readings', 'live GET /readings/latest', 'trial GET /readings/latest'].map(
      (route) => `${READINGS}/${route}`,
    ),
  ],
  member: [
    ...['GET /readings', 'POST /readings', 'GET /readings/latest'].map(
      (route) => `${READINGS}/live ${route}`,
    ),
    'lantern-alerts/watch GET /alerts',
  ],
  wardens: [
    ...['GET /readings', 'POST /readings', 'GET /readings/latest'].map(
      (route) => `${READINGS}/live ${route}`,
    ),
    // The boundary denies POST there.
    ...['GET /readings', 'GET /readings/latest'].map((route) => `${READINGS}/trial ${route}`),
    'lantern-alerts/watch GET /alerts',
    'lantern-alerts/watch DELETE /alerts',
  ],
};
const OPEN = [`${READINGS}/live GET /status`, `${READINGS}/trial GET /status`];

const accounts = [
  { username: 'member', groups: [] },
  { username: 'wardens', groups: ['wardens'] },
];

let stack: ThirdPartyStack;
const credentials = new Map<string, Credentials>();

before(async () => {
  stack = await startThirdParty(SOURCE, accounts);
  credentials.set('guest', await stack.credentialsOf(undefined));
  for (const account of accounts)
    credentials.set(account.username, await stack.credentialsOf(account));
});
after(() => stack.stop());

/** `lantern-readings/live GET /readings`, as the matrix names it. */
function calling(principal: string, route: string) {
  const [stage = '', ...rest] = route.split(' ');
  return call(stack.configOf({ stage }), credentials.get(principal), rest.join(' '));
}

for (const { principal, route, allowed, reason } of cells) {
  const expected = (MAY[principal] ?? []).includes(route) || OPEN.includes(route);
  test(`${principal} calling ${route} is ${expected ? 'allowed' : 'refused'}, as the matrix says`, async () => {
    assert.equal(allowed, expected, reason);
    const outcome = await calling(principal, route);
    assert.equal(outcome.allowed, expected, outcome.body);
    assert.equal(outcome.errorType, expected ? undefined : 'AccessDeniedException');
    if (!expected) return;
    const [from, stage] = (route.split(' ')[0] ?? '').split('/');
    assert.match(outcome.body, new RegExp(`"from":"${from ?? ''}","stage":"${stage ?? ''}"`));
  });
}

test('every principal and route has been called', () => {
  const size = (of: (cell: AccessCell) => string): number => new Set(cells.map(of)).size;
  assert.equal(
    size((cell) => cell.principal),
    3,
  );
  assert.equal(
    size((cell) => cell.route),
    10,
  );
  assert.equal(cells.length, 30);
});

test('nobody without a signature passes but where the method is open', async () => {
  for (const route of [`${READINGS}/live GET /readings`, 'lantern-alerts/watch GET /alerts']) {
    const { allowed, errorType } = await calling('nobody', route);
    assert.deepEqual([allowed, errorType], [false, 'MissingAuthenticationTokenException']);
  }
});

test('gives each API an origin, and puts it in place of AWS’s host names', () => {
  const { origins, further } = stack.cloud;
  const [second] = further;
  assert.deepEqual([further.length, second?.kind], [1, 'api']);
  const urls = stack.model.restApis.map(({ name, stages }) => [
    name,
    ...stages.map(({ invokeUrl }) => invokeUrl),
  ]);
  // The state lists the module of the alerts first.
  assert.deepEqual(urls, [
    ['lantern-alerts', `${origins.api}/watch`],
    [READINGS, `${second?.origin ?? ''}/live`, `${second?.origin ?? ''}/trial`],
  ]);
  const alerts = stack.model.functions.find(({ name }) => name === 'lantern-alerts');
  assert.equal(alerts?.environment.READINGS_URL, `${second?.origin ?? ''}/live`);
  assert.equal(stack.model.accountId, '210987654321');
  assert.deepEqual(
    stack.log.filter((line) => line.startsWith('addresses:')),
    [],
  );
});

test('an API does not answer at the origin of another', async () => {
  const { origins } = stack.cloud;
  const config = { ...stack.configOf({}), apiUrl: `${origins.api}/live` };
  const { allowed, errorType } = await call(config, credentials.get('wardens'), 'GET /readings');
  assert.deepEqual([allowed, errorType], [false, 'ForbiddenException']);
});
