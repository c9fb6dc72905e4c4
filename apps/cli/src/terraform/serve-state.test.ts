import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { serveState } from './serve-state';

interface Served {
  readonly stackFolder: string;
  readonly stateFile: string;
  readonly url: string;
  readonly authorization: string;
}

async function served(t: TestContext): Promise<Served> {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-state-'));
  const stackFolder = join(root, 'stack');
  const stateFile = join(root, '.state', 'x.tfstate');
  const server = await serveState({ stackFolder, stateFile });
  const { env } = server;
  t.after(async () => {
    await server.close();
    rmSync(root, { recursive: true });
  });
  const url = env.TF_HTTP_ADDRESS ?? '';
  const authorization = basic(env.TF_HTTP_USERNAME ?? '', env.TF_HTTP_PASSWORD ?? '');
  return { stackFolder, stateFile, url, authorization };
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function get({ url, authorization }: Pick<Served, 'url' | 'authorization'>): Promise<Response> {
  return fetch(url, { headers: { authorization } });
}

function post({ url, authorization }: Served, body: string, md5Of = body): Promise<Response> {
  const md5 = createHash('md5').update(md5Of).digest('base64');
  return fetch(url, { method: 'POST', headers: { authorization, 'content-md5': md5 }, body });
}

test('has no state before the first write, and the last one after it', async (t) => {
  const it = await served(t);
  assert.equal((await get(it)).status, 404);
  for (const state of ['{"serial":1}', '{"serial":2}']) {
    assert.equal((await post(it, state)).status, 200);
  }
  assert.equal(await (await get(it)).text(), '{"serial":2}');
  assert.equal(readFileSync(it.stateFile, 'utf8'), '{"serial":2}');
  assert.equal(statSync(it.stateFile).mode & 0o777, 0o600);
});

test('puts its backend in the place of the one that the stack has', async (t) => {
  const { stackFolder } = await served(t);
  const override = JSON.parse(
    readFileSync(join(stackFolder, 'state_override.tf.json'), 'utf8'),
  ) as unknown;
  assert.deepEqual(override, { terraform: { backend: { http: {} } } });
});

test('refuses whoever has no password, or another one', async (t) => {
  const it = await served(t);
  await post(it, '{}');
  for (const authorization of ['', basic('terraform', ''), `${it.authorization}x`]) {
    assert.equal((await get({ ...it, authorization })).status, 401);
    assert.equal((await post({ ...it, authorization }, '{"mine":1}')).status, 401);
  }
  assert.equal(readFileSync(it.stateFile, 'utf8'), '{}');
});

test('refuses a body that is not what was sent, another method and another path', async (t) => {
  const it = await served(t);
  await post(it, '{}');
  assert.equal((await post(it, '{"half', '{"half":1}')).status, 400);
  assert.equal((await get({ ...it, url: `${it.url}/other` })).status, 404);
  const headers = { authorization: it.authorization };
  assert.equal((await fetch(it.url, { method: 'DELETE', headers })).status, 405);
  assert.equal(readFileSync(it.stateFile, 'utf8'), '{}');
});

test('keeps the state before, where Terraform is killed while it sends one', async (t) => {
  const it = await served(t);
  await post(it, '{}');
  const headers = { authorization: it.authorization, 'content-length': 1000 };
  const sending = request(it.url, { method: 'POST', headers });
  const broken = new Promise((resolve) => sending.once('close', resolve));
  sending.once('error', () => undefined);
  await new Promise((resolve) => sending.write('{"half', resolve));
  sending.destroy();
  await broken;
  assert.equal(await (await get(it)).text(), '{}');
  assert.deepEqual(readdirSync(join(it.stateFile, '..')), ['x.tfstate']);
});

test('is locked by one Terraform at a time, and knows of one that never unlocked it', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'gatehouse-state-'));
  const server = await serveState({
    stackFolder: join(root, 'stack'),
    stateFile: join(root, 'x.tfstate'),
  });
  t.after(async () => {
    await server.close();
    rmSync(root, { recursive: true });
  });
  const { env } = server;
  const authorization = basic(env.TF_HTTP_USERNAME ?? '', env.TF_HTTP_PASSWORD ?? '');
  const ask = (method: string, body = '') =>
    fetch(env.TF_HTTP_LOCK_ADDRESS ?? '', { method, headers: { authorization }, body });
  assert.equal(server.isLocked, false);
  assert.equal((await ask('LOCK', '{"ID":"one"}')).status, 200);
  const second = await ask('LOCK', '{"ID":"two"}');
  assert.deepEqual([second.status, await second.text()], [423, '{"ID":"one"}']);
  assert.equal(server.isLocked, true);
  assert.equal((await ask('UNLOCK', '{"ID":"one"}')).status, 200);
  assert.equal(server.isLocked, false);
  assert.equal((await ask('LOCK', ' '.repeat(70_000))).status, 413);
});
