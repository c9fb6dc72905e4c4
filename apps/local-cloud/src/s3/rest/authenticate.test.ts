import assert from 'node:assert/strict';
import { test } from 'node:test';

import { REGION } from '../../api-gateway/testing/build-model';
import type { HttpRequest } from '../../http/message';
import { ask, restOf, roleWith, SESSION, sign, signWithSdk, toRequest } from '../testing/rest';
import { bucketWith, NOW_MS, object } from '../testing/site';

const KEYS = ['a.txt', 'a b+c/%41ü.txt', 'x/../y', '//z', "it's(1)!*.txt"];
const { policy, ...CLOSED } = bucketWith(KEYS.map((key) => object(key, key)));
assert.ok(policy);
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::site/*' };
const REST = restOf([CLOSED], roleWith(READ));
const MINUTE_MS = 60_000;

async function answerTo(request: HttpRequest): Promise<string> {
  const { status, body } = await REST.handle(request);
  const code = /<Code>(\w+)<\/Code>/.exec(body.toString())?.[1];
  return `${status} ${code ?? body.toString()}`;
}

function pathOf(key: string): string {
  const segments = key
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replaceAll(
        /[!'()*]/g,
        (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    );
  return `/site/${segments.join('/')}`;
}

test('accepts what aws4 and the SDK sign, whatever the key', async () => {
  for (const key of KEYS) {
    assert.equal(await answerTo(sign(pathOf(key))), `200 ${key}`);
    assert.equal(await answerTo(sign(pathOf(key), {}, { isPresigned: true })), `200 ${key}`);
    assert.equal(await answerTo(await signWithSdk(pathOf(key))), `200 ${key}`);
  }
});

test('what is not signed is the public’s, to whom nothing was granted', async () => {
  assert.equal(await answerTo(toRequest('/site/a.txt')), '403 AccessDenied');
});

test('refuses a request that differs from what was signed', async () => {
  const good = sign('/site/a.txt?x=1');
  const { rawHeaders } = good;
  const altered: readonly HttpRequest[] = [
    { ...good, rawPath: '/site/b.txt' },
    { ...good, rawQuery: 'x=2' },
    { ...good, method: 'HEAD' },
    {
      ...good,
      rawHeaders: rawHeaders.map(
        ([name, value]) => [name, name === 'Host' ? 'localhost:1' : value] as const,
      ),
    },
  ];
  assert.equal(await answerTo(good), '200 a.txt');
  for (const request of altered) {
    const { status, decision } = await REST.handle(request);
    assert.equal(status, 403);
    assert.match(decision, /^403 SignatureDoesNotMatch: the signature does not match \(signed: /);
    assert.ok(!decision.includes(SESSION.sessionToken));
  }
  const body = await REST.handle({ ...good, rawQuery: '' });
  assert.match(body.body.toString(), /<CanonicalRequest>GET\n\/site\/a\.txt\n/);
});

const OTHERS: readonly (readonly [string, Partial<typeof SESSION>, string])[] = [
  ['another secret', { secretAccessKey: 'wrong' }, '403 SignatureDoesNotMatch'],
  ['a key that was never issued', { accessKeyId: 'ASIAOTHER' }, '403 InvalidAccessKeyId'],
  ['another token', { sessionToken: 'another' }, '400 InvalidToken'],
];
for (const [what, other, answer] of OTHERS) {
  test(`refuses ${what}`, async () => {
    const credentials = { ...SESSION, ...other };
    assert.equal(await answerTo(sign('/site/a.txt', {}, { credentials })), answer);
  });
}

test('refuses keys of a session without its token, and a session that has ended', async () => {
  const { sessionToken, ...keys } = SESSION;
  assert.ok(sessionToken);
  assert.equal(
    await answerTo(sign('/site/a.txt', {}, { credentials: keys })),
    '403 InvalidAccessKeyId',
  );
  const ended = restOf([CLOSED], roleWith(READ), { ...SESSION, expiresAtMs: NOW_MS });
  assert.match((await ended.handle(sign('/site/a.txt'))).decision, /^400 ExpiredToken/);
});

test('a signature lives for fifteen minutes either way', async () => {
  for (const [minutes, answer] of [
    [14.9, '200 a.txt'],
    [-14.9, '200 a.txt'],
    [15.1, '403 RequestTimeTooSkewed'],
    [-15.1, '403 RequestTimeTooSkewed'],
  ] as const) {
    const signed = sign('/site/a.txt', { atMs: NOW_MS + minutes * MINUTE_MS });
    assert.equal(await answerTo(signed), answer, String(minutes));
  }
});

test('a presigned address lives as long as it says', async () => {
  const at = (seconds: number): HttpRequest =>
    sign('/site/a.txt?X-Amz-Expires=60', { atMs: NOW_MS + seconds * 1000 }, { isPresigned: true });
  assert.equal(await answerTo(at(59)), '200 a.txt');
  const late = await REST.handle(at(61));
  assert.match(late.body.toString(), /<Message>Request has expired<\/Message>/);
  const early = await REST.handle(at(-901));
  assert.match(early.body.toString(), /<Message>Request is not valid yet<\/Message>/);
});

test('the hash of the body must be sent, signed and true', async () => {
  const { rawHeaders, ...request } = sign('/site/a.txt');
  const without = rawHeaders.filter(([name]) => name !== 'X-Amz-Content-Sha256');
  assert.equal(
    await answerTo({ ...request, rawHeaders: without }),
    '400 AuthorizationHeaderMalformed',
  );
  assert.equal(
    await answerTo({ ...request, rawHeaders, body: Buffer.from('x') }),
    '400 XAmzContentSHA256Mismatch',
  );
  const streaming = { 'X-Amz-Content-Sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' };
  assert.equal(await answerTo(sign('/site/a.txt', { headers: streaming })), '501 NotImplemented');
  const unsigned = { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' };
  assert.equal(await answerTo(sign('/site/a.txt', { headers: unsigned })), '200 a.txt');
});

test('refuses a scope that is not this endpoint’s, in S3’s words', async () => {
  const authorization = (scope: string): string =>
    `AWS4-HMAC-SHA256 Credential=${SESSION.accessKeyId}/${scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${'0'.repeat(64)}`;
  const headers = { 'X-Amz-Date': '20260501T120000Z', 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' };
  const rows: readonly (readonly [string, RegExp])[] = [
    [
      `20260501/eu-west-1/s3/aws4_request`,
      /the region 'eu-west-1' is wrong; expecting 'us-west-2'/,
    ],
    [`20260501/${REGION}/execute-api/aws4_request`, /incorrect service &quot;execute-api&quot;/],
    [`20260430/${REGION}/s3/aws4_request`, /Invalid credential date &quot;20260430&quot;/],
    [`20260501/${REGION}/s3/other`, /incorrect terminal &quot;other&quot;/],
  ];
  for (const [scope, words] of rows) {
    const response = await ask(REST, '/site/a.txt', {
      headers: { ...headers, Authorization: authorization(scope) },
    });
    assert.equal(response.status, 400);
    assert.match(response.body.toString(), /<Code>AuthorizationHeaderMalformed<\/Code>/);
    assert.match(response.body.toString(), words);
  }
});

test('refuses what is no signature of this kind, and never repeats it', async () => {
  const response = await ask(REST, '/site/a.txt', {
    headers: { Authorization: 'Bearer secret-token' },
  });
  assert.equal(response.status, 400);
  assert.match(
    response.body.toString(),
    /<Code>InvalidArgument<\/Code><Message>Unsupported Authorization Type</,
  );
  assert.ok(!JSON.stringify(response).includes('secret-token'));
  const query = await ask(REST, '/site/a.txt?X-Amz-Signature=0');
  assert.match(query.body.toString(), /<Code>AuthorizationQueryParametersError<\/Code>/);
});

test('refuses an x-amz header that nobody signed', async () => {
  const { rawHeaders, ...request } = sign('/site/a.txt');
  const more = [...rawHeaders, ['x-amz-meta-owner', 'Eve'] as const];
  const response = await REST.handle({ ...request, rawHeaders: more });
  assert.match(
    response.body.toString(),
    /There were headers present in the request which were not signed/,
  );
});
