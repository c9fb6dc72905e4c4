import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import type { HttpRequest, HttpResponse, Service } from '../http/message';
import { parseRange } from './byte-range';
import { restOf, SESSION, toRequest } from './testing/rest';
import { bucketWith, object, policy, PUBLIC_READ, websiteOf, withRules } from './testing/site';

const SECRET = 'nobody may read this';
const OPEN = bucketWith([object('index.html', 'home'), object('a/b.txt', 'b')], {
  ...withRules(
    { keyPrefixEquals: 'old', redirect: { httpRedirectCode: 301, replaceKeyPrefixWith: 'new' } },
    {
      httpErrorCodeReturnedEquals: 404,
      redirect: { httpRedirectCode: 302, hostName: 'x.example' },
    },
  ),
});
const SHUT = {
  ...OPEN,
  policy: policy({ ...PUBLIC_READ, Resource: 'arn:aws:s3:::site/index.html' }),
  objects: [object('private', SECRET), object('a/private', SECRET)],
};

const part = fc.oneof(
  fc.constantFrom(
    '',
    'index.html',
    'a',
    'b.txt',
    'private',
    'old',
    '..',
    '.',
    '%2e%2e',
    '%2F',
    '%',
    '%ff',
    '%00',
    '%0D%0A',
    'ü',
    'site',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const PRESIGNED =
  '?X-Amz-Signature=0&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%0A%2F20260501%2Fr%1B%5B%2Fs3%2Faws4_request&X-Amz-Date=20260501T120000Z&X-Amz-SignedHeaders=host';
const target = fc
  .tuple(
    fc.constantFrom('/', '', '//', '/site/', '*', 'http://localhost/'),
    fc.array(part, { maxLength: 4 }),
    fc.constantFrom(
      '',
      '?',
      '?list-type=2',
      '?acl',
      PRESIGNED,
      '?x=%',
      '?X-Amz-Signature=0',
      '?max-keys=1e9&list-type=2',
    ),
  )
  .map(([start, parts, query]) => start + parts.join('/') + query);
const text = fc.oneof(
  fc.constantFrom(
    'bytes=0-1',
    'bytes=-0',
    '"x"',
    '*',
    'Fri, 01 May 2026 12:00:00 GMT',
    'AWS4-HMAC-SHA256 a=b',
    'Bearer x',
  ),
  fc.string({ maxLength: 12 }),
);
const NAMES = [
  'Range',
  'If-Match',
  'If-None-Match',
  'If-Modified-Since',
  'If-Unmodified-Since',
  'Authorization',
  'X-Amz-Security-Token',
  'X-Amz-Content-Sha256',
  'Referer',
];
const headers = fc.dictionary(fc.constantFrom(...NAMES), text, { maxKeys: 4 });
const method = fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'get', '');
const anyRequest = fc
  .record({ target, headers, method })
  .map((asked): HttpRequest => toRequest(asked.target, asked));

function holds(response: HttpResponse, request: HttpRequest): void {
  const { status, headers: sent, decision } = response;
  assert.ok(status >= 200 && status < 600 && status !== 500, decision);
  // What would start another header, or forge a line of the log.
  const odd = /[\x00-\x08\x0a-\x1f\x7f\u0100-\uffff]/;
  for (const [name, value] of [...sent, ['the log', decision] as const]) {
    assert.doesNotMatch(value, odd, name);
  }
  if (request.method === 'HEAD') assert.equal(response.body.length, 0);
}

async function check(service: Service, request: HttpRequest): Promise<HttpResponse> {
  const response = await service.handle(request);
  holds(response, request);
  return response;
}

test('whatever is sent, both endpoints answer in S3’s words, and headers that HTTP can hold', async () => {
  const services = [websiteOf([OPEN]), restOf([OPEN])];
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      for (const service of services) await check(service, request);
    }),
    { seed: 20260501, numRuns: 1_500 },
  );
});

test('whatever is sent without a signature that holds, what a bucket keeps for itself is not told', async () => {
  const services = [websiteOf([SHUT]), restOf([SHUT])];
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      for (const service of services) {
        const { body } = await check(service, request);
        assert.ok(!body.toString().includes(SECRET));
        assert.ok(!body.toString().includes(SESSION.secretAccessKey));
      }
    }),
    { seed: 20260502, numRuns: 1_500 },
  );
});

test('a range lies within its object, whatever was asked', () => {
  const number = fc.oneof(fc.nat({ max: 20 }), fc.maxSafeNat()).map(String);
  const asked = fc.oneof(
    fc
      .tuple(fc.oneof(number, fc.constant('')), fc.oneof(number, fc.constant('')))
      .map(([from, to]) => `bytes=${from}-${to}`),
    fc.string(),
  );
  fc.assert(
    fc.property(asked, fc.nat({ max: 12 }), (words, size) => {
      const range = parseRange(words, size);
      if (range === undefined || range === 'unsatisfiable') return;
      assert.ok(range.first >= 0 && range.first <= range.last && range.last < size);
    }),
    { seed: 20260503, numRuns: 5_000 },
  );
});
