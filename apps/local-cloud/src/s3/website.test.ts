import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import type { HttpResponse } from '../http/message';
import {
  bucketWith,
  get,
  object,
  of,
  policy,
  PUBLIC_READ,
  websiteOf,
  withErrorDocument,
} from './testing/site';

const OBJECTS = [
  object('index.html', '<h1>Home</h1>', { contentType: 'text/html', cacheControl: 'no-cache' }),
  object('photos/index.html', 'Photos', { contentType: 'text/html' }),
  object('photos/a b+ü.jpg', 'JPEG'),
  object('error.html', 'Sorry', { contentType: 'text/html; charset=utf-8' }),
];
const SITE = websiteOf([bucketWith(OBJECTS)]);
const ONLY_READABLE = { policy: policy(PUBLIC_READ) };

async function statusOf(site: typeof SITE, path: string, method = 'GET'): Promise<string> {
  const response = await get(site, path, { method });
  return `${response.status} ${of(response, 'x-amz-error-code') ?? 'OK'}`;
}

function text({ body }: HttpResponse): string {
  return body.toString();
}

test('serves an object with what was stored of it, a quoted MD5 and S3’s headers', async () => {
  const response = await get(SITE, '/index.html');
  assert.equal(response.status, 200);
  assert.equal(text(response), '<h1>Home</h1>');
  const md5 = createHash('md5').update('<h1>Home</h1>').digest('hex');
  assert.equal(of(response, 'ETag'), `"${md5}"`);
  assert.equal(of(response, 'Last-Modified'), 'Fri, 01 May 2026 12:00:00 GMT');
  assert.equal(of(response, 'Content-Type'), 'text/html');
  assert.equal(of(response, 'Content-Length'), '13');
  assert.equal(of(response, 'Cache-Control'), 'no-cache');
  assert.equal(of(response, 'Server'), 'AmazonS3');
  assert.match(of(response, 'x-amz-request-id') ?? '', /^[0-9A-F]{16}$/);
  assert.match(of(response, 'x-amz-id-2') ?? '', /^[A-Za-z0-9+/]{75}=$/);
  assert.equal(response.decision, '200 index.html');
});

test('guesses no content type and adds no cache header', async () => {
  const response = await get(SITE, '/photos/a%20b%2B%C3%BC.jpg');
  assert.equal(text(response), 'JPEG');
  assert.equal(of(response, 'Content-Type'), 'binary/octet-stream');
  assert.equal(of(response, 'Cache-Control'), undefined);
});

test('sends all that was stored beside the bytes, whatever they are', async () => {
  const stored = object('a.bin', '', {
    contentBase64: 'AP8=',
    contentEncoding: 'gzip',
    contentLanguage: 'de, en',
    contentDisposition: 'attachment; filename="ü.txt"',
    metadata: { owner: 'Ada' },
  });
  const { content, ...bytes } = stored;
  assert.equal(content, '');
  const response = await get(websiteOf([bucketWith([bytes])]), '/a.bin');
  assert.deepEqual(response.body, Buffer.from([0, 255]));
  assert.equal(of(response, 'Content-Encoding'), 'gzip');
  assert.equal(of(response, 'Content-Language'), 'de, en');
  // What no header can hold goes as RFC 2047 has it.
  assert.match(of(response, 'Content-Disposition') ?? '', /^=\?UTF-8\?B\?[\w+/=]+\?=$/);
  assert.equal(of(response, 'x-amz-meta-owner'), 'Ada');
});

test('serves the index document of the root and of a folder', async () => {
  assert.equal(text(await get(SITE, '/')), '<h1>Home</h1>');
  assert.equal(text(await get(SITE, '/photos/')), 'Photos');
});

test('sends a folder without its slash to the folder', async () => {
  const response = await get(SITE, '/photos');
  assert.equal(response.status, 302);
  assert.equal(of(response, 'Location'), '/photos/');
  assert.match(text(response), /<h1>302 Moved Temporarily<\/h1>/);
});

test('prefers an object over the folder of its name', async () => {
  const site = websiteOf([bucketWith([...OBJECTS, object('photos', 'an object')])]);
  assert.equal(text(await get(site, '/photos')), 'an object');
});

test('answers HEAD like GET, without the body', async () => {
  for (const path of ['/index.html', '/nope', '/photos']) {
    const asked = await get(SITE, path);
    const head = await get(SITE, path, { method: 'HEAD' });
    assert.equal(head.status, asked.status);
    assert.equal(head.body, '');
    assert.deepEqual(head.headers, asked.headers);
  }
});

test('answers every other method with 405', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const response = await get(SITE, '/index.html', { method });
    assert.equal(response.status, 405);
    assert.equal(of(response, 'Allow'), 'GET, HEAD');
    assert.match(text(response), new RegExp(`<li>Method: ${method}</li>`));
  }
});

test('tells the public of a missing key only if it may list the bucket', async () => {
  assert.equal(await statusOf(SITE, '/nope'), '404 NoSuchKey');
  assert.equal(await statusOf(SITE, '/nope/'), '404 NoSuchKey');
  const site = websiteOf([bucketWith(OBJECTS, ONLY_READABLE)]);
  assert.equal(await statusOf(site, '/nope'), '403 AccessDenied');
  const { decision } = await get(site, '/nope%0A%1B');
  assert.match(decision, /no object \/nope%0A%1B; the public has no statement/);
});

test('makes the page AWS makes, and quotes the key harmlessly', async () => {
  const response = await get(SITE, '/%3Cscript%3E');
  assert.equal(of(response, 'Content-Type'), 'text/html; charset=utf-8');
  assert.match(
    text(response),
    /^<html>\n<head><title>404 Not Found<\/title><\/head>\n<body>\n<h1>404 Not Found<\/h1>\n<ul>\n<li>Code: NoSuchKey<\/li>\n<li>Message: The specified key does not exist\.<\/li>\n<li>Key: &lt;script&gt;<\/li>\n<li>RequestId: [0-9A-F]{16}<\/li>\n<li>HostId: \S+<\/li>\n<\/ul>\n<hr\/>\n<\/body>\n<\/html>\n$/,
  );
});

test('shows the error document under the status of the error', async () => {
  const site = websiteOf([bucketWith(OBJECTS, withErrorDocument('error.html'))]);
  const response = await get(site, '/nope');
  assert.equal(response.status, 404);
  assert.equal(text(response), 'Sorry');
  assert.equal(of(response, 'Content-Type'), 'text/html; charset=utf-8');
  assert.equal(of(response, 'x-amz-error-code'), 'NoSuchKey');
});

test('a deep link of a single-page app keeps its 404 though the app is shown', async () => {
  const site = websiteOf([bucketWith(OBJECTS, withErrorDocument('index.html'))]);
  const response = await get(site, '/secure');
  assert.equal(response.status, 404);
  assert.equal(text(response), '<h1>Home</h1>');
});

test('an error document shows under 403 as well', async () => {
  const site = websiteOf([
    bucketWith(OBJECTS, { ...ONLY_READABLE, ...withErrorDocument('error.html') }),
  ]);
  const response = await get(site, '/nope');
  assert.equal(response.status, 403);
  assert.equal(text(response), 'Sorry');
  const briefly = '403 with the error document error.html: S3 answers it where there is no object';
  assert.equal(response.decision, briefly);
});

test('a missing error document is a second complaint on AWS’s own page', async () => {
  const site = websiteOf([bucketWith(OBJECTS, withErrorDocument('gone.html'))]);
  const response = await get(site, '/nope');
  assert.equal(response.status, 404);
  assert.match(
    text(response),
    /<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document<\/h3>\n<ul>\n<li>Code: NoSuchKey<\/li>\n<li>Message: [^<]+<\/li>\n<li>Key: gone\.html<\/li>/,
  );
});

test('an error document that the public may not read stays hidden', async () => {
  const Resource = 'arn:aws:s3:::site/error.html';
  const deny = { ...PUBLIC_READ, Sid: 'Hide', Effect: 'Deny', Resource };
  const site = websiteOf([
    bucketWith(OBJECTS, { policy: policy(PUBLIC_READ, deny), ...withErrorDocument('error.html') }),
  ]);
  const response = await get(site, '/nope');
  assert.equal(response.status, 403);
  assert.doesNotMatch(text(response), /Sorry/);
});

test('answers 304 to whoever has the object, by tag before date', async () => {
  const tag = of(await get(SITE, '/'), 'ETag') ?? '';
  const later = 'Fri, 01 May 2026 12:00:00 GMT';
  const earlier = 'Fri, 01 May 2026 11:59:59 GMT';
  const rows: readonly [Record<string, string>, number][] = [
    [{ 'If-None-Match': tag }, 304],
    [{ 'if-none-match': `"x", W/${tag}` }, 304],
    [{ 'If-None-Match': '*' }, 304],
    [{ 'If-None-Match': '"x"' }, 200],
    [{ 'If-None-Match': '"x"', 'If-Modified-Since': later }, 200],
    [{ 'If-Modified-Since': later }, 304],
    [{ 'If-Modified-Since': earlier }, 200],
    [{ 'If-Modified-Since': 'yesterday' }, 200],
  ];
  for (const [headers, status] of rows) {
    const response = await get(SITE, '/', { headers });
    assert.equal(response.status, status, JSON.stringify(headers));
    assert.equal(of(response, 'ETag'), tag);
    if (status === 304) assert.equal(response.body, '');
  }
});

test('refuses a path that is not percent-encoded UTF-8, or names too long a key', async () => {
  for (const path of ['/%', '/%zz', '/%ff', '/a%00b', 'index.html', 'http://localhost/', '*', '']) {
    assert.equal(await statusOf(SITE, path), '400 InvalidURI', path);
  }
  assert.equal(await statusOf(SITE, `/${'a'.repeat(1024)}`), '404 NoSuchKey');
  assert.equal(await statusOf(SITE, `/${'%C3%BC'.repeat(513)}`), '400 KeyTooLongError');
});

test('a key is opaque: an encoded slash is a slash, dots and doubled slashes name other keys', async () => {
  assert.equal(await statusOf(SITE, '/photos%2Findex.html'), '200 OK');
  for (const path of [
    '//index.html',
    '/./index.html',
    '/photos/../index.html',
    '/%2e%2e/index.html',
  ]) {
    assert.equal(await statusOf(SITE, path), '404 NoSuchKey', path);
  }
});

test('answers what the transport refused with pages of its own', () => {
  const statuses = (['malformed', 'body-too-large', 'internal-error'] as const).map((reason) => {
    const response = SITE.refuse({ reason, detail: 'secret detail' }, 'id');
    assert.doesNotMatch(text(response), /secret detail/);
    return `${response.status} ${of(response, 'x-amz-error-code') ?? ''}`;
  });
  assert.deepEqual(statuses, ['400 InvalidURI', '400 EntityTooLarge', '500 InternalError']);
});

test('answers as S3 does for a bucket without a website where the stack has none', async () => {
  const { website, ...plain } = bucketWith([]);
  assert.ok(website);
  assert.equal(await statusOf(websiteOf([plain]), '/'), '404 NoSuchWebsiteConfiguration');
});
