/** A third party's cdk.tf.json: several groups for one person, a tie of precedence, a permissions boundary, a managed policy. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  accessMatrix,
  canCall,
  readAuthModel,
  symbolicAttributes,
  type AccessCell,
} from '@gatehouse/auth-model';

import { readStack } from '../../apps/local-cloud/src/boot/read-stack';
import type { Credentials } from './caller';
import { call, concrete, startThirdParty, type ThirdPartyStack } from './third-party-stack';

const SOURCE = { kind: 'synthesized', stackDir: 'test/fixtures/stacks/orchard' } as const;
const model = readAuthModel(readStack(SOURCE).graph, symbolicAttributes);
const { cells, principals } = accessMatrix(model);

/** Who may call what, written by hand from the policies: everything else is refused. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  guest: [],
  member: ['GET /trees'],
  picker: ['GET /trees', 'DELETE /trees/id', 'GET /trees/id', 'PUT /trees/id', 'POST /trees/id'],
  grader: ['POST /trees', 'GET /harvest'],
  // Everything, within a boundary that leaves reading only.
  keeper: ['GET /trees', 'GET /trees/id', 'GET /harvest', 'GET /ledger'],
  // Reading everything, except for what is denied.
  auditor: ['GET /trees', 'GET /trees/id', 'GET /ledger'],
  // One precedence: none is preferred, so that the authenticated role is given.
  'picker + grader': ['GET /trees'],
  'picker + keeper': ['GET /trees', 'GET /trees/id', 'GET /harvest', 'GET /ledger'],
  'picker + auditor': ['GET /trees', 'GET /trees/id', 'GET /ledger'],
  'picker + grader + auditor': ['GET /trees', 'GET /trees/id', 'GET /ledger'],
  'picker + grader + keeper + auditor': [
    'GET /trees',
    'GET /trees/id',
    'GET /harvest',
    'GET /ledger',
  ],
};
const OPEN = 'GET /health';
const ROUTES = [
  ...['GET /trees', 'POST /trees', 'GET /harvest', 'DELETE /harvest', 'GET /ledger', OPEN],
  ...['GET', 'DELETE', 'PUT', 'POST'].map((verb) => `${verb} /trees/id`),
];

const everyone = [...new Set([...principals.map(({ name }) => name), ...Object.keys(MAY)])];
const groupsOf = (principal: string): readonly string[] =>
  principal === 'member' ? [] : principal.split(' + ');
const accounts = everyone
  .filter((principal) => principal !== 'guest')
  .map((principal) => ({
    username: principal.replaceAll(' + ', '-'),
    groups: groupsOf(principal),
  }));

let stack: ThirdPartyStack;
const credentials = new Map<string, Credentials>();

before(async () => {
  stack = await startThirdParty(SOURCE, accounts);
  for (const account of accounts)
    credentials.set(account.username, await stack.credentialsOf(account));
});
after(() => stack.stop());

const calling = (principal: string, route: string) =>
  call(stack.configOf({}), credentials.get(principal.replaceAll(' + ', '-')), route);

test('is in another region, at an origin of this start, and says what it leaves out', () => {
  assert.equal(stack.model.region, 'eu-central-1');
  assert.equal(stack.configOf({}).apiUrl, `${stack.cloud.origins.api}/season`);
  const left = stack.model.notModelled.map(({ address }) => address);
  assert.deepEqual(left, ['aws_dynamodb_table.trees']);
});

for (const [principal, may] of Object.entries(MAY)) {
  for (const route of ROUTES) {
    const expected = may.includes(route) || route === OPEN;
    test(`${principal} calling ${route} is ${expected ? 'allowed' : 'refused'}`, async () => {
      const { allowed, errorType, body } = await calling(principal, route);
      assert.equal(allowed, expected, body);
      if (expected) assert.match(body, /"from":"orchard-fn","stage":"season"/);
      else
        assert.equal(
          errorType,
          principal === 'guest' ? 'MissingAuthenticationTokenException' : 'AccessDeniedException',
        );
    });
  }
}

/** A route with a parameter is many paths: of the one that is called, a question about it can tell. */
function told({ principal, route, allowed }: AccessCell): boolean | null | undefined {
  if (allowed !== null) return allowed;
  const [httpMethod = '', path = ''] = concrete(route).split(' ');
  return canCall(model, { principal, httpMethod, path }).cells[0]?.allowed;
}

test('decides every cell of the matrix as it is called', async () => {
  assert.ok(cells.length >= 150, String(cells.length));
  for (const cell of cells) {
    // Node's client answers HEAD without a body, and OPTIONS is as any other verb here.
    const { allowed, body } = await calling(cell.principal, concrete(cell.route));
    assert.equal(allowed, told(cell), `${cell.principal} ${cell.route}: ${cell.reason}\n${body}`);
  }
});
