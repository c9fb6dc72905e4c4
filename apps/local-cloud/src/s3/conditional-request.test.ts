import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bucketWith, get, object, of, websiteOf } from './testing/site';

const SITE = websiteOf([bucketWith([object('a.txt', '0123456789'), object('empty.txt', '')])]);
const MODIFIED = 'Fri, 01 May 2026 12:00:00 GMT';
const EARLIER = 'Fri, 01 May 2026 11:59:59 GMT';

async function statusOf(headers: Record<string, string>, method = 'GET'): Promise<number> {
  return (await get(SITE, '/a.txt', { headers, method })).status;
}

test('the object is given only if it is the one that the client means: by tag before date', async () => {
  const tag = of(await get(SITE, '/a.txt'), 'ETag') ?? '';
  const rows: readonly (readonly [Record<string, string>, number])[] = [
    [{ 'If-Match': tag }, 200],
    [{ 'If-Match': tag.replaceAll('"', '') }, 200],
    [{ 'If-Match': '*' }, 200],
    [{ 'If-Match': `"x", ${tag}` }, 200],
    [{ 'If-Match': '"x"' }, 412],
    [{ 'If-Match': tag, 'If-Unmodified-Since': EARLIER }, 200],
    [{ 'If-Match': '"x"', 'If-Unmodified-Since': MODIFIED }, 412],
    [{ 'If-Unmodified-Since': MODIFIED }, 200],
    [{ 'If-Unmodified-Since': EARLIER }, 412],
    [{ 'If-Unmodified-Since': 'yesterday' }, 200],
    [{ 'If-None-Match': tag, 'If-Modified-Since': EARLIER }, 304],
    [{ 'If-Match': '"x"', 'If-None-Match': tag }, 412],
    [{ 'If-Match': tag, 'If-None-Match': tag }, 304],
    [{ 'If-None-Match': tag, Range: 'bytes=0-1' }, 304],
    [{ 'If-Match': '"x"', Range: 'bytes=0-1' }, 412],
  ];
  for (const [headers, status] of rows) {
    assert.equal(await statusOf(headers), status, JSON.stringify(headers));
    assert.equal(await statusOf(headers, 'HEAD'), status, JSON.stringify(headers));
  }
});

test('says which condition did not hold', async () => {
  const response = await get(SITE, '/a.txt', { headers: { 'If-Match': '"x"' } });
  assert.equal(of(response, 'x-amz-error-code'), 'PreconditionFailed');
  assert.match(response.body.toString(), /<li>Condition: If-Match<\/li>/);
});

test('answers one range of bytes with that part', async () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ];
  for (const [Range, body, range] of rows) {
    const response = await get(SITE, '/a.txt', { headers: { Range } });
    assert.equal(response.status, 206, Range);
    assert.equal(response.body.toString(), body, Range);
    assert.equal(of(response, 'Content-Range'), range);
    assert.equal(of(response, 'Content-Length'), String(body.length));
    assert.equal(response.decision, `206 a.txt (${range})`);
  }
});

test('several ranges, and what is no range of bytes, are not asked for', async () => {
  for (const Range of [
    'bytes=0-1,4-5',
    'bytes=4-2',
    'bytes=-',
    'bytes=',
    'items=0-1',
    'bytes=a-b',
    '',
  ]) {
    assert.equal(await statusOf({ Range }), 200, Range);
  }
});

test('a range beyond the end cannot be had', async () => {
  for (const Range of ['bytes=10-', 'bytes=10-11', 'bytes=-0']) {
    const response = await get(SITE, '/a.txt', { headers: { Range } });
    assert.equal(response.status, 416, Range);
    assert.match(response.body.toString(), /<li>ActualObjectSize: 10<\/li>/);
  }
  const empty = await get(SITE, '/empty.txt', { headers: { Range: 'bytes=0-' } });
  assert.equal(empty.status, 416);
});

test('HEAD of a part says how long it would be', async () => {
  const response = await get(SITE, '/a.txt', { method: 'HEAD', headers: { Range: 'bytes=2-4' } });
  assert.deepEqual(
    [response.status, of(response, 'Content-Length'), response.body],
    [206, '3', ''],
  );
});
