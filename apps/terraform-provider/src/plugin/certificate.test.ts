import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';

import { makeCertificate } from './certificate';

test('makes a certificate that OpenSSL reads, for localhost, signed by its own key', () => {
  const { der, pem, keyPem } = makeCertificate(new Date('2026-03-01T00:00:00Z'));
  const read = new X509Certificate(der);
  assert.ok(read.verify(read.publicKey));
  assert.ok(read.checkPrivateKey(createPrivateKey(keyPem)));
  assert.equal(read.checkHost('localhost'), 'localhost');
  assert.equal(read.checkHost('example.org'), undefined);
  assert.equal(read.ca, true);
  assert.equal(new Date(read.validFrom).toISOString(), '2026-02-28T00:00:00.000Z');
  assert.equal(new X509Certificate(pem).fingerprint256, read.fingerprint256);
});

test('gives each process a key and a number of its own', () => {
  const [a, b] = [makeCertificate(), makeCertificate()].map(({ der }) => new X509Certificate(der));
  assert.notEqual(a?.serialNumber, b?.serialNumber);
  assert.notEqual(a?.fingerprint256, b?.fingerprint256);
});
