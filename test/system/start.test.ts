import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { startLocalCloudProcess } from '../local-cloud-process';
import { BUNDLE, STACK, temporaryFolder } from './refused-start';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends it with code 0 and leaves no child`, async () => {
    const cloud = await startLocalCloudProcess({ args: ['--stack', STACK] });
    const group = cloud.pid;
    assert.equal(await cloud.stop(signal), 0);
    assert.match(cloud.output(), /Stopped\. Everything is saved\./);
    const children = spawnSync('pgrep', ['-P', String(group)], { encoding: 'utf8' }).stdout.trim();
    assert.equal(children, '');
  });
}

test('prints six addresses, the demo accounts and what to try before it is ready', async (t) => {
  const cloud = await startLocalCloudProcess({ args: ['--stack', STACK] });
  t.after(() => cloud.stop());
  const said = cloud.output();
  for (const name of [
    'website',
    'cognito-idp',
    'cognito-identity',
    'execute-api',
    'operator',
    's3',
  ])
    assert.match(said, new RegExp(`${name}\\s+http://localhost:\\d+`));
  assert.match(said, /user\s.*House1234\?/);
  assert.match(said, /admin\s.*House1234\?/);
  assert.match(said, /GET \/secure/);
  assert.ok(said.trimEnd().endsWith(`Gatehouse is ready: ${cloud.website}`));
});

test('serves /config.json with exactly the shared keys and the two local endpoints', async (t) => {
  const cloud = await startLocalCloudProcess({ args: ['--stack', STACK] });
  t.after(() => cloud.stop());
  const config = (await (await fetch(`${cloud.website}/config.json`)).json()) as Record<
    string,
    string
  >;
  assert.deepEqual(Object.keys(config).sort(), [
    'apiKey',
    'apiUrl',
    'identityPoolEndpoint',
    'identityPoolId',
    'region',
    'userPoolClientId',
    'userPoolEndpoint',
    'userPoolId',
  ]);
  assert.match(config.apiUrl ?? '', /^http:\/\/localhost:\d+\/dev$/);
});

test(
  'listens on loopback only',
  { skip: process.platform === 'linux' ? false : 'reads /proc/net/tcp, which only Linux has' },
  async (t) => {
    const cloud = await startLocalCloudProcess({ args: ['--stack', STACK] });
    t.after(() => cloud.stop());
    const port = Number(new URL(cloud.website).port).toString(16).toUpperCase().padStart(4, '0');
    const listening = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .filter((line) => line.includes(`:${port} 00000000:0000 0A`));
    assert.equal(listening.length, 1);
    assert.match(listening[0] ?? '', /0100007F:/);
  },
);

test('remembers ids and mail from start to start, and forgets them on --reset', async (t) => {
  const dataDir = temporaryFolder(t);
  const configOf = async (args: string[]): Promise<unknown> => {
    const cloud = await startLocalCloudProcess({ args: ['--stack', STACK, ...args], dataDir });
    const config = (await (await fetch(`${cloud.website}/config.json`)).json()) as Record<
      string,
      string
    >;
    assert.equal(await cloud.stop(), 0);
    return {
      pool: config.userPoolId,
      client: config.userPoolClientId,
      identityPool: config.identityPoolId,
      key: config.apiKey,
    };
  };
  const first = await configOf([]);
  assert.deepEqual(await configOf([]), first);
  assert.deepEqual(await configOf(['--reset']), first);
});

test('an ephemeral run leaves no folder behind', async (t) => {
  const temporary = temporaryFolder(t);
  const cloud = await startLocalCloudProcess({ ephemeral: true, env: { TMPDIR: temporary } });
  assert.equal(readdirSync(temporary).length > 0, true);
  assert.equal(await cloud.stop(), 0);
  assert.deepEqual(readdirSync(temporary), []);
});

test('--help explains every option and leaves with 0', () => {
  const said = execFileSync(process.execPath, [BUNDLE, '--help'], { encoding: 'utf8' });
  for (const option of [
    '--env',
    '--port',
    '--data-dir',
    '--ephemeral',
    '--reset',
    '--seed',
    '--no-seed',
    '--host',
    '--help',
  ])
    assert.ok(said.includes(option), option);
});

test('a seed user whose group the pool lacks is skipped with one line, and the rest are made', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(folder, { recursive: true });
  const seed = join(folder, 'seed.json');
  const account = (username: string, groups: string[]): object => ({
    username,
    password: 'House1234?',
    attributes: { name: username, email: `${username}@example.com` },
    groups,
  });
  writeFileSync(
    seed,
    JSON.stringify({ users: [account('ghost', ['ghosts']), account('plain', [])] }),
  );
  const cloud = await startLocalCloudProcess({ args: ['--stack', STACK, '--seed', seed] });
  t.after(() => cloud.stop());
  assert.match(cloud.output(), /ghost.*ghosts/);
  assert.match(cloud.output(), /^\s+plain\s.*House1234\?/m);
  assert.doesNotMatch(cloud.output(), /^\s+ghost\s/m);
});
