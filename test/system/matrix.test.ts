import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';

import { startLocalCloudProcess, type LocalCloudProcess } from '../local-cloud-process';
import {
  getCredentials,
  headerOf,
  readConfig,
  sendCall,
  signCall,
  signIn,
  type Config,
  type Credentials,
} from './caller';

interface Cell {
  readonly principal: string;
  readonly route: string;
  readonly allowed: boolean;
  readonly reason: string;
}

const STACK_FILE = 'cdktf.out/stacks/gatehouse-dev/cdk.tf.json';
/** Who stands for each principal of the matrix; a guest has no session to sign with. */
const ACCOUNT_OF: Readonly<Record<string, string | undefined>> = {
  guest: undefined,
  member: 'user',
  admin: 'admin',
};

const cells = JSON.parse(
  execFileSync('tsx', ['apps/cli/src/matrix.ts', '--stack', STACK_FILE, '--json'], {
    encoding: 'utf8',
  }),
) as readonly Cell[];

let cloud: LocalCloudProcess;
let config: Config;
const credentialsOf = new Map<string, Credentials>();

before(async () => {
  cloud = await startLocalCloudProcess();
  config = await readConfig(cloud.website);
  for (const username of Object.values(ACCOUNT_OF)) {
    if (username === undefined) continue;
    const { idToken } = await signIn(config, username, 'House1234?');
    credentialsOf.set(username, await getCredentials(config, idToken));
  }
});

after(() => cloud.stop());

test('the matrix has a cell for every principal and route, and an account stands for each principal', () => {
  const principals = new Set(cells.map((cell) => cell.principal));
  const routes = new Set(cells.map((cell) => cell.route));
  assert.ok(principals.size >= 3 && routes.size >= 2, JSON.stringify(cells));
  assert.equal(cells.length, principals.size * routes.size);
  for (const principal of principals) assert.ok(principal in ACCOUNT_OF, principal);
});

for (const { principal, route, allowed } of cells) {
  test(`${principal} calling ${route} over HTTP is ${allowed ? 'allowed' : 'refused'}, as the matrix says`, async () => {
    const [method = '', path = ''] = route.split(' ');
    const username = ACCOUNT_OF[principal];
    const credentials = username === undefined ? undefined : credentialsOf.get(username);
    const call =
      credentials === undefined
        ? { method, path, headers: { 'x-api-key': config.apiKey } }
        : signCall(config, credentials, { method, path });
    const answer = await sendCall(config, call);
    assert.equal(answer.status, allowed ? 200 : 403, answer.body);
    // A refusal for another reason (a key, a signature) would prove nothing about the matrix.
    const refusal =
      credentials === undefined ? 'MissingAuthenticationTokenException' : 'AccessDeniedException';
    assert.equal(headerOf(answer, 'x-amzn-ErrorType'), allowed ? undefined : refusal);
  });
}
