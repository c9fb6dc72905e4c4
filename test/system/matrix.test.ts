import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const PASSWORD = 'House1234?';

const cells = JSON.parse(
  execFileSync('tsx', ['apps/cli/src/matrix.ts', '--stack', STACK_FILE, '--json'], {
    encoding: 'utf8',
  }),
) as readonly Cell[];
const principals = [...new Set(cells.map((cell) => cell.principal))];

/** A guest has no session to sign with, a member is in no group, and every other principal is a group, or two: `a + b`. */
const people = principals.filter((principal) => principal !== 'guest');
const usernameOf = (principal: string): string => `${principal.replaceAll(/\W+/g, '-')}-account`;
const seed = {
  users: people.map((principal) => ({
    username: usernameOf(principal),
    password: PASSWORD,
    attributes: { name: principal, email: `${usernameOf(principal)}@example.com` },
    groups: principal === 'member' ? [] : principal.split(' + '),
  })),
};

let cloud: LocalCloudProcess;
let config: Config;
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-matrix-'));
const credentialsOf = new Map<string, Credentials>();

before(async () => {
  const seedFile = join(folder, 'seed.json');
  writeFileSync(seedFile, JSON.stringify(seed));
  cloud = await startLocalCloudProcess({ args: ['--seed', seedFile] });
  config = await readConfig(cloud.website);
  for (const principal of people) {
    const { idToken } = await signIn(config, usernameOf(principal), PASSWORD);
    credentialsOf.set(principal, await getCredentials(config, idToken));
  }
});

after(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A path that the route stands for: `/items/{id}` → `/items/id`, `/files/{path+}` → `/files/path/y`. */
const pathOf = (route: string): string =>
  (route.split(' ')[1] ?? '')
    .replaceAll(/\{([^}+]+)\}/g, '$1')
    .replaceAll(/\{([^}+]+)\+\}/g, '$1/y');

test('the matrix has a cell for every principal and route, and an account stands for each principal', () => {
  const routes = new Set(cells.map((cell) => cell.route));
  assert.ok(principals.length >= 3 && routes.size >= 2, JSON.stringify(cells));
  assert.equal(cells.length, principals.length * routes.size);
  assert.ok(principals.includes('guest'));
  assert.deepEqual([...credentialsOf.keys()], people);
});

test('a parameter of a path stands for a segment of it, and a greedy one for several', () => {
  assert.equal(pathOf('GET /items/{id}/notes/{note}'), '/items/id/notes/note');
  assert.equal(pathOf('GET /files/{path+}'), '/files/path/y');
});

for (const { principal, route, allowed } of cells) {
  test(`${principal} calling ${route} over HTTP is ${allowed ? 'allowed' : 'refused'}, as the matrix says`, async () => {
    const [method = ''] = route.split(' ');
    const path = pathOf(route);
    const credentials = credentialsOf.get(principal);
    const call =
      credentials === undefined
        ? { method, path, headers: { 'x-api-key': config.apiKey } }
        : signCall(config, credentials, { method, path });
    const answer = await sendCall(config, call);
    if (allowed) {
      // Whatever the route makes of a made-up path: the gateway names every refusal of its own in this header.
      assert.equal(headerOf(answer, 'x-amzn-ErrorType'), undefined, answer.body);
      assert.notEqual(answer.status, 403, answer.body);
      return;
    }
    assert.equal(answer.status, 403, answer.body);
    // A refusal for another reason (a key, a signature) would prove nothing about the matrix.
    const refusal =
      credentials === undefined ? 'MissingAuthenticationTokenException' : 'AccessDeniedException';
    assert.equal(headerOf(answer, 'x-amzn-ErrorType'), refusal);
  });
}
