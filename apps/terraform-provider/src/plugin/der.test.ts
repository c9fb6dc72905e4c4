import assert from 'node:assert/strict';
import { test } from 'node:test';

import { integer, objectIdentifier, octetString, time } from './der';

// The examples of "A Layman's Guide to a Subset of ASN.1, BER, and DER" (RSA Laboratories), §5.
test('writes an object identifier as the standard does', () => {
  assert.equal(objectIdentifier('1.2.840.113549').toString('hex'), '06062a864886f70d');
});

test('keeps a number positive whose first bit is set', () => {
  assert.equal(integer(Buffer.from([0x80])).toString('hex'), '02020080');
  assert.equal(integer(Buffer.from([0x7f])).toString('hex'), '02017f');
});

test('writes a long length in as many bytes as it takes', () => {
  const header = octetString(Buffer.alloc(300)).subarray(0, 4).toString('hex');
  assert.equal(header, '0482012c');
});

test('writes a time to the second, in UTC', () => {
  assert.equal(
    time(new Date('2026-11-24T01:02:03.456Z')).subarray(2).toString(),
    '20261124010203Z',
  );
});
