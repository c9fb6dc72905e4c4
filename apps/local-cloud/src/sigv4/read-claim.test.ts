import assert from 'node:assert/strict';
import test from 'node:test';

import { indexHeaders } from '../http/request-headers';
import { checkDateWindow } from './check-date-window';
import { checkScope } from './check-scope';
import { readClaim } from './read-claim';
import type { ClaimOrRefusal, SignatureClaim } from './signature-claim';
import { createSigningKeys, deriveSigningKey } from './signing-key';
import { parseBasicDate } from './timestamp';

const SCOPE = 'ASIAKEY/20261122/us-west-2/execute-api/aws4_request';
const DATE = '20261122T100000Z';

function authorization(changes: Readonly<Record<string, string>> = {}): string {
  const parts = {
    Credential: SCOPE,
    SignedHeaders: 'host;x-amz-date',
    Signature: 'f'.repeat(64),
    ...changes,
  };
  return `AWS4-HMAC-SHA256 ${Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')}`;
}

function read(headers: Readonly<Record<string, string>>, rawQuery = ''): ClaimOrRefusal {
  return readClaim({
    headers: indexHeaders(Object.entries({ Host: 'localhost', ...headers })),
    rawQuery,
  });
}

function claimOf(headers: Readonly<Record<string, string>>, rawQuery = ''): SignatureClaim {
  const found = read(headers, rawQuery);
  assert.ok(found.kind === 'claim', JSON.stringify(found));
  return found.claim;
}

test('reads a claim, whatever the blanks and the order of its headers', () => {
  const text = authorization({ SignedHeaders: 'X-Amz-Date;host;host' })
    .replaceAll(', ', ',')
    .replace(' Cred', '  Cred');
  const claim = claimOf({
    Authorization: text,
    'X-Amz-Date': DATE,
    'X-Amz-Security-Token': 'token',
  });
  assert.deepEqual(claim.signedHeaders, ['host', 'x-amz-date']);
  assert.deepEqual(claim.credential, {
    accessKeyId: 'ASIAKEY',
    date: '20261122',
    region: 'us-west-2',
    service: 'execute-api',
    terminator: 'aws4_request',
  });
  assert.equal(claim.securityToken, 'token');
  assert.equal(claim.timestampMs, Date.parse('2026-11-22T10:00:00Z'));
});

test('takes a signed Date header where there is no X-Amz-Date', () => {
  const signed = authorization({ SignedHeaders: 'date;host' });
  const claim = claimOf({ Authorization: signed, Date: 'Sun, 22 Nov 2026 10:00:00 GMT' });
  assert.equal(claim.timestamp, DATE);
});

const DATED = { 'X-Amz-Date': DATE };
for (const [what, headers, code, message] of [
  [
    'no signature at all',
    {},
    'MissingAuthenticationTokenException',
    /^Missing Authentication Token$/,
  ],
  [
    'an empty Authorization',
    { Authorization: ' ' },
    'MissingAuthenticationTokenException',
    /^Missing Authentication Token$/,
  ],
  [
    'one word',
    { Authorization: 'secret' },
    'IncompleteSignatureException',
    /^Invalid key=value pair/,
  ],
  [
    'only the algorithm',
    { Authorization: 'AWS4-HMAC-SHA256' },
    'IncompleteSignatureException',
    /requires 'Credential' parameter/,
  ],
  [
    'another algorithm',
    { Authorization: authorization().replace('SHA256', 'SHA512'), ...DATED },
    'IncompleteSignatureException',
    /^Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA512'\.$/,
  ],
  [
    'a credential of four parts',
    { Authorization: authorization({ Credential: 'a/b/c/d' }), ...DATED },
    'IncompleteSignatureException',
    /exactly 5 slash-delimited elements/,
  ],
  [
    'a date that does not exist',
    { Authorization: authorization(), 'X-Amz-Date': '20261131T100000Z' },
    'IncompleteSignatureException',
    /^Date must be in ISO-8601 'basic format'\. Got '20261131T100000Z'\./,
  ],
  [
    'an unsigned host',
    { Authorization: authorization({ SignedHeaders: 'x-amz-date' }), ...DATED },
    'InvalidSignatureException',
    /^'Host' must be a 'SignedHeader' in the AWS Authorization\.$/,
  ],
  [
    'an unsigned X-Amz-Date',
    { Authorization: authorization({ SignedHeaders: 'host' }), ...DATED },
    'InvalidSignatureException',
    /^'X-Amz-Date' must be a 'SignedHeader'/,
  ],
  [
    'an unsigned Date',
    {
      Authorization: authorization({ SignedHeaders: 'host' }),
      Date: 'Sun, 22 Nov 2026 10:00:00 GMT',
    },
    'InvalidSignatureException',
    /^'Date' must be a 'SignedHeader'/,
  ],
  [
    'an unsigned x-amz header',
    { Authorization: authorization(), ...DATED, 'x-amz-meta': '1' },
    'InvalidSignatureException',
    /^'X-Amz-Meta' must be a 'SignedHeader'/,
  ],
  [
    'a signed header that was not sent',
    { Authorization: authorization({ SignedHeaders: 'accept;host;x-amz-date' }), ...DATED },
    'IncompleteSignatureException',
    /^'accept' is named as a SignedHeader, but it does not exist in the HTTP request\.$/,
  ],
] as const) {
  test(`refuses ${what}`, () => {
    const found = read(headers);
    assert.ok(found.kind === 'refused', JSON.stringify(found));
    assert.equal(found.code, code);
    assert.match(found.message, message);
    assert.ok(!found.message.includes('secret'));
  });
}

const PRESIGNED = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(SCOPE)}&X-Amz-Date=${DATE}&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=${'f'.repeat(64)}`;

test('reads a presigned query', () => {
  const claim = claimOf({}, `a=b&${PRESIGNED}&X-Amz-Security-Token=a%2Fb`);
  assert.deepEqual(
    [claim.placement, claim.expiresSeconds, claim.securityToken],
    ['query', 60, 'a/b'],
  );
});

for (const parameter of ['Algorithm', 'Credential', 'Date', 'SignedHeaders']) {
  test(`refuses a presigned query without X-Amz-${parameter}`, () => {
    const found = read({}, PRESIGNED.replace(`X-Amz-${parameter}=`, 'x='));
    assert.ok(found.kind === 'refused' && found.code === 'IncompleteSignatureException');
    assert.match(found.message, new RegExp(`'X-Amz-${parameter}'`));
  });
}

for (const expires of ['0', '-1', '604801', '1e9', 'x']) {
  test(`refuses a presigned query that wants to live for ${expires} seconds`, () => {
    assert.equal(read({}, PRESIGNED.replace('Expires=60', `Expires=${expires}`)).kind, 'refused');
  });
}

test('lets a presigned request live as long as it says, and no longer', () => {
  const claim = claimOf({}, PRESIGNED);
  assert.equal(checkDateWindow(claim, claim.timestampMs + 60_000), undefined);
  assert.match(
    checkDateWindow(claim, claim.timestampMs + 61_000)?.message ?? '',
    /\(20261122T100101Z - 1 min\.\)$/,
  );
});

test('lists all that is wrong with a scope in one message', () => {
  const [date, timestamp] = ['20261121', DATE];
  const credential = { accessKeyId: 'a', date, region: 'r', service: 's', terminator: 't' };
  const refusal = checkScope(
    { credential, timestamp },
    { region: 'us-west-2', service: 'execute-api' },
  );
  assert.equal(
    refusal?.message,
    "Credential should be scoped to a valid region, not 'r'. Credential should be scoped to correct service: 'execute-api'. Credential should be scoped with a valid terminator: 'aws4_request', not 't'. Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261121' != '20261122', from '20261122T100000Z'. ",
  );
});

test('knows no dates but ISO 8601 basic ones', () => {
  for (const text of [
    '',
    '2026-11-22T10:00:00Z',
    '20261122T100000',
    '20261122T240000Z',
    '20260229T000000Z',
  ]) {
    assert.equal(parseBasicDate(text), undefined, text);
  }
});

test('remembers a bounded number of signing keys, each for its own secret and scope', () => {
  const keys = createSigningKeys(2);
  const scope = claimOf({}, PRESIGNED).credential;
  const first = keys('one', scope);
  assert.equal(keys('one', scope), first);
  assert.notDeepEqual(keys('two', scope), first);
  assert.notDeepEqual(keys('one', { ...scope, date: '20261123' }), first);
  const again = keys('one', scope);
  assert.notEqual(again, first);
  assert.deepEqual(again, deriveSigningKey('one', scope));
});
