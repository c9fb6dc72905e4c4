import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import type { BucketObject } from '@gatehouse/auth-model';

import {
  bucketWith,
  folderWith,
  get,
  object,
  of,
  websiteOf,
  withErrorDocument,
  writeIn,
} from './testing/site';

function fromFile(key: string, source: string): BucketObject {
  return { address: `aws_s3_object.${key}`, key, source };
}

test('serves an asset of the stack folder', async (t) => {
  const stackFolder = folderWith(t, { 'assets/x/1/main.js': 'code' });
  const site = websiteOf([bucketWith([fromFile('main.js', 'assets/x/1/main.js')])], {
    stackFolder,
  });
  const response = await get(site, '/main.js');
  assert.equal(response.body.toString(), 'code');
  assert.equal(of(response, 'Last-Modified'), 'Fri, 01 May 2026 12:00:00 GMT');
});

test('answers 503 that says to restart when the stack was rebuilt since the start', async (t) => {
  const stackFolder = folderWith(t, { 'assets/x/1/main.js': 'code', 'assets/x/1/error.html': 'e' });
  const objects = ['main.js', 'error.html'].map((key) => fromFile(key, `assets/x/1/${key}`));
  const bucket = bucketWith(objects, withErrorDocument('error.html'));
  const site = websiteOf([bucket], { stackFolder });
  rmSync(join(stackFolder, 'assets', 'x'), { recursive: true });
  for (const target of ['/main.js', '/no-such-page']) {
    const response = await get(site, target);
    assert.equal(response.status, 503);
    assert.match(response.body.toString(), /503 Service Unavailable.*rebuilt.*Restart npm start/s);
    assert.match(
      response.decision,
      /^503 ServiceUnavailable: assets\/x\/1\/\S+ is gone: the stack was rebuilt since the start; restart npm start/,
    );
    assert.equal(response.decision.includes(stackFolder), false);
  }
});

test('refuses to boot when an asset is missing or leads out of the stack folder', (t) => {
  const outside = folderWith(t, { 'secret.txt': 'secret' });
  const stackFolder = folderWith(t, { 'assets/main.js': 'code' });
  symlinkSync(join(outside, 'secret.txt'), join(stackFolder, 'assets', 'link'));
  const rows = [
    ['assets/gone.js', 'ERR_SITE_ASSET_MISSING'],
    ['assets', 'ERR_SITE_ASSET_MISSING'],
    ['../secret.txt', 'ERR_SITE_ASSET_OUTSIDE'],
    ['assets/../../secret.txt', 'ERR_SITE_ASSET_OUTSIDE'],
    [join(outside, 'secret.txt'), 'ERR_SITE_ASSET_OUTSIDE'],
    ['assets/link', 'ERR_SITE_ASSET_OUTSIDE'],
  ] as const;
  for (const [source, code] of rows) {
    const boot = (): unknown => websiteOf([bucketWith([fromFile('k', source)])], { stackFolder });
    assert.throws(boot, { name: 'BootError', code, message: /^aws_s3_object\.k names the file/ });
  }
});

test('adds the two local endpoints to config.json, and changes nothing else', async (t) => {
  const config = '{"region":"us-west-2","apiKey":"k"}';
  const stackFolder = folderWith(t, { 'assets/config': config });
  const inline = object('config.json', config, { contentType: 'application/json' });
  for (const source of [inline, fromFile('config.json', 'assets/config')]) {
    const site = websiteOf([bucketWith([source, object('other.json', config)])], { stackFolder });
    const response = await get(site, '/config.json');
    assert.deepEqual(JSON.parse(response.body.toString()), {
      region: 'us-west-2',
      apiKey: 'k',
      userPoolEndpoint: 'http://localhost:4201',
      identityPoolEndpoint: 'http://localhost:4202',
    });
    assert.equal((await get(site, '/other.json')).body.toString(), config);
  }
});

test('puts this start’s addresses into config.json, also where it is a file', async (t) => {
  const config = '{"apiUrl":"http://old/dev"}';
  const stackFolder = folderWith(t, { 'assets/config': config });
  const rewrite = (text: string): string => text.replace('http://old', 'http://new');
  for (const source of [object('config.json', config), fromFile('config.json', 'assets/config')]) {
    const site = websiteOf([bucketWith([source])], { stackFolder, rewrite });
    const served = (await get(site, '/config.json')).body.toString();
    assert.match(served, /"apiUrl":"http:\/\/new\/dev"/);
  }
});

test('refuses to boot with a config.json that is not a JSON object', () => {
  for (const text of ['', '[]', 'null', '{']) {
    assert.throws(() => websiteOf([bucketWith([object('config.json', text)])]), {
      code: 'ERR_SITE_CONFIG_INVALID',
    });
  }
});

test('an overlay shows each build as it is, in place of and besides the stack’s objects', async (t) => {
  const siteDir = folderWith(t, { 'index.html': 'first', 'config.json': '{}' });
  const objects = [
    object('index.html', 'from the stack'),
    object('old.js', 'still there'),
    object('config.json', '{"region":"us-west-2"}'),
  ];
  const site = websiteOf([bucketWith(objects)], { siteDir });
  assert.equal((await get(site, '/')).body.toString(), 'first');
  assert.equal((await get(site, '/old.js')).body.toString(), 'still there');
  assert.match((await get(site, '/config.json')).body.toString(), /us-west-2.*localhost:4201/);
  writeIn(siteDir, 'index.html', 'second');
  writeIn(siteDir, 'media/new.svg', '<svg/>');
  assert.equal((await get(site, '/')).body.toString(), 'second');
  const fresh = await get(site, '/media/new.svg');
  assert.equal(fresh.body.toString(), '<svg/>');
  assert.equal(of(fresh, 'Content-Type'), 'image/svg+xml');
  assert.equal(of(fresh, 'Cache-Control'), 'no-cache');
});

test('no path leads out of an overlay, nor to a file under a second name', async (t) => {
  const outside = folderWith(t, { 'secret.txt': 'secret' });
  const siteDir = folderWith(t, { 'index.html': 'home', 'sub/page.html': 'page' });
  symlinkSync(join(outside, 'secret.txt'), join(siteDir, 'link.txt'));
  symlinkSync(outside, join(siteDir, 'linked'));
  const site = websiteOf([bucketWith([])], { siteDir });
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/sub/../../secret.txt',
    `/${encodeURIComponent(join(outside, 'secret.txt'))}`,
    `/${join(outside, 'secret.txt')}`,
    '/link.txt',
    '/linked/secret.txt',
    '//index.html',
    '/./index.html',
    '/sub//page.html',
    '/sub',
    '/index.html/',
  ];
  for (const path of paths) {
    const { status, body } = await get(site, path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body.toString(), /^(secret|home|page)$/, path);
  }
});

test('the bucket policy decides over overlay files too', async (t) => {
  const siteDir = folderWith(t, { 'index.html': 'home' });
  const { policy, ...closed } = bucketWith([]);
  assert.ok(policy);
  assert.equal((await get(websiteOf([closed], { siteDir }), '/')).status, 403);
});

test('says once, at the start, that a website has no files', (t) => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  websiteOf([bucketWith([object('index.html', 'here')])], { log });
  websiteOf([bucketWith([])], { log, siteDir: folderWith(t, {}) });
  assert.equal(lines.join('\n'), '');
  websiteOf([bucketWith([])], { log });
  assert.match(
    lines.join('\n'),
    /^aws_s3_bucket\.site: the website has no files.*npm run build.*$/,
  );
});
