/** Signatures that must not get through, by independent signers over HTTP: every refusal is AWS's own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SignatureV4 } from '@aws-sdk/signature-v4';

import { NodeSha256 } from '../../apps/local-cloud/src/sigv4/testing/node-sha256';
import { sendCall, signCall, headerOf } from './caller';
import { assertReadableByBrowser, assertRefused, signedInCloud } from './signed-in-cloud';

const it = signedInCloud();

test('a signed call gets through, so that the refusals below mean something', async () => {
  for (const credentials of [it.member, it.admin]) {
    assert.equal((await sendCall(it.config, signCall(it.config, credentials))).status, 200);
  }
});

test('a call signed by @aws-sdk/signature-v4 gets through as well', async () => {
  const signer = new SignatureV4({
    credentials: it.admin,
    region: it.config.region,
    service: 'execute-api',
    sha256: NodeSha256,
  });
  const { host, hostname, port, pathname } = new URL(it.config.apiUrl);
  const signed = await signer.sign({
    method: 'GET',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: `${pathname}/vip`,
    query: { q: 'a b+c' },
    headers: { host, 'x-api-key': it.config.apiKey },
  });
  const answer = await sendCall(it.config, {
    method: 'GET',
    path: '/vip?q=a%20b%2Bc',
    headers: signed.headers,
  });
  assert.equal(answer.status, 200, answer.body);
});

test('a plain unsigned call', async () => {
  const answer = await sendCall(it.config, {
    method: 'GET',
    path: '/secure',
    headers: { 'x-api-key': it.config.apiKey },
  });
  assertRefused(
    answer,
    403,
    'MissingAuthenticationTokenException',
    /^Missing Authentication Token$/,
  );
  assertReadableByBrowser(answer, it.cloud.website);
});
const BAD_SIGNATURE =
  /^The request signature we calculated does not match the signature you provided\./;

test('a changed body', async () => {
  const call = signCall(it.config, it.admin, {
    headers: { 'Content-Type': 'application/json' },
    body: '{"a":1}',
  });
  assertRefused(
    await sendCall(it.config, { ...call, body: '{"a":2}' }),
    403,
    'InvalidSignatureException',
    BAD_SIGNATURE,
  );
});

test('a changed query', async () => {
  const call = signCall(it.config, it.admin, { path: '/secure?page=1' });
  assertRefused(
    await sendCall(it.config, { ...call, path: '/secure?page=2' }),
    403,
    'InvalidSignatureException',
    BAD_SIGNATURE,
  );
});

test('a changed signed header', async () => {
  const call = signCall(it.config, it.admin, { headers: { 'X-Amz-Meta': 'one' } });
  assertRefused(
    await sendCall(it.config, { ...call, headers: { ...call.headers, 'X-Amz-Meta': 'two' } }),
    403,
    'InvalidSignatureException',
    BAD_SIGNATURE,
  );
});

test('a path other than the signed one', async () => {
  const call = signCall(it.config, it.admin, { path: '/secure' });
  assertRefused(
    await sendCall(it.config, { ...call, path: '/vip' }),
    403,
    'InvalidSignatureException',
    BAD_SIGNATURE,
  );
});

for (const [what, offsetMinutes, message] of [
  [
    'six minutes old',
    -6,
    /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)/,
  ],
  [
    'six minutes ahead',
    6,
    /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)/,
  ],
] as const) {
  test(`a signature ${what}, with the Date that lets a browser learn its offset`, async () => {
    const answer = await sendCall(
      it.config,
      signCall(it.config, it.admin, {}, new Date(Date.now() + offsetMinutes * 60_000)),
    );
    assertRefused(answer, 403, 'InvalidSignatureException', message);
    assertReadableByBrowser(answer, it.cloud.website);
    assert.match(headerOf(answer, 'Access-Control-Expose-Headers') ?? '', /(^|,)\s*Date\s*(,|$)/i);
    assert.ok(headerOf(answer, 'Date'));
  });
}

test('a foreign access key id', async () => {
  const answer = await sendCall(
    it.config,
    signCall(it.config, { ...it.admin, accessKeyId: 'ASIAFOREIGNKEYID0000' }),
  );
  assertRefused(
    answer,
    403,
    'UnrecognizedClientException',
    /^The security token included in the request is invalid\.$/,
  );
});

test('the session token of another session', async () => {
  const answer = await sendCall(
    it.config,
    signCall(it.config, { ...it.admin, sessionToken: it.member.sessionToken }),
  );
  assertRefused(
    answer,
    403,
    'UnrecognizedClientException',
    /^The security token included in the request is invalid\.$/,
  );
});
