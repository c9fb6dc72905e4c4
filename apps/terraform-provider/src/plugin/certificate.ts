import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
  type Der,
} from './der';

export interface Certificate {
  readonly der: Buffer;
  readonly pem: string;
  readonly keyPem: string;
}

const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  organization: '2.5.4.10',
  basicConstraints: '2.5.29.19',
  subjectAltName: '2.5.29.17',
} as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A certificate for the one connection between Terraform and this process: P-256, self-signed, for `localhost`.
 * Source: hashicorp/go-plugin, "mtls.go" (what the other side expects); RFC 5280 §4.1.
 */
export function makeCertificate(now = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(objectIdentifier(OID.ecdsaWithSha256));
  const name = sequence(set(sequence(objectIdentifier(OID.organization), utf8String('Gatehouse'))));
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(new Date(now.getTime() - DAY_MS)), time(new Date(now.getTime() + 365 * DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(
      3,
      sequence(
        // The other side trusts exactly this one, as an authority of its own.
        extension(OID.basicConstraints, sequence(boolean(true))),
        extension(OID.subjectAltName, sequence(implicit(2, Buffer.from('localhost')))),
      ),
    ),
  );
  const der = sequence(body, algorithm, bitString(sign('sha256', body, privateKey)));
  return {
    der,
    pem: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

function extension(id: string, value: Der): Der {
  return sequence(objectIdentifier(id), octetString(value));
}
