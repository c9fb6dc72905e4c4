import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import type { HttpResponse } from '../http/message';
import { createConsoleFiles } from './console-files';
import { createOperator } from './operator-service';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-console-'));
after(() => {
  rmSync(root, { recursive: true });
});
writeFileSync(join(root, 'index.html'), '<!doctype html>');
writeFileSync(join(root, 'main-AbCd_-12.js'), 'start();');
writeFileSync(join(root, 'favicon.svg'), '<svg/>');
writeFileSync(join(root, 'build-stamp.json'), '{}');
const operator = createOperator('correct-token', [], createConsoleFiles(root));

function get(rawPath: string, of = operator, method = 'GET'): Promise<HttpResponse> {
  return of.handle({
    requestId: 'r',
    method,
    rawPath,
    rawQuery: '',
    rawHeaders: [],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAtMs: 0,
  });
}

function headerOf({ headers }: HttpResponse, name: string): string {
  return headers.find(([key]) => key === name)?.[1] ?? '';
}

test('gives the page to anyone, never to be kept, and only where nobody can put it into a frame', async () => {
  const page = await get('/');
  assert.equal(page.status, 200);
  assert.equal(headerOf(page, 'Cache-Control'), 'no-store');
  const policy = headerOf(page, 'Content-Security-Policy');
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ])
    assert.ok(policy.split('; ').includes(rule), rule);
  assert.doesNotMatch(policy, /unsafe/);
});

test('lets a browser keep what is named after its content, and nothing else', async () => {
  const script = await get('/console/main-AbCd_-12.js');
  assert.match(headerOf(script, 'Content-Type'), /^text\/javascript/);
  assert.match(headerOf(script, 'Cache-Control'), /immutable/);
  assert.equal(headerOf(script, 'X-Content-Type-Options'), 'nosniff');
  assert.equal(headerOf(await get('/console/favicon.svg'), 'Cache-Control'), 'no-store');
});

for (const path of [
  '/console/../operator-token',
  '/console/..%2foperator-token',
  '/console/%2e%2e/operator-token',
  '/console//etc/passwd',
  '/console/.hidden.js',
  '/console/build-stamp.json',
  '/console/none.js',
  '/console/',
  '/console',
]) {
  test(`asks for the token, and gives no file, at ${path}`, async () => {
    assert.equal((await get(path)).status, 401);
  });
}

test('takes nothing but GET without the token', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])
    assert.equal((await get('/', operator, method)).status, 401);
});

test('says how to build a console that is not there', async () => {
  for (const folder of [undefined, join(root, 'none')]) {
    const page = await get('/', createOperator('correct-token', [], createConsoleFiles(folder)));
    assert.equal(page.status, 503);
    assert.match(String(page.body), /npm run build -- console/);
  }
});
