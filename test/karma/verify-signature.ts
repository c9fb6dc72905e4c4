import type { IncomingHttpHeaders } from 'node:http';

import aws4 from 'aws4';

/** A request as it came off the wire. */
export interface ArrivedRequest {
  readonly method: string;
  /** Path and query, byte for byte. */
  readonly rawUrl: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Verdict {
  readonly signedHeaders: readonly string[];
  readonly scope: string;
  readonly matches: boolean;
  /** What aws4 makes of the request: where it differs from what was signed is the fault. */
  readonly canonicalRequest: string;
}

/** Keys of the specs; no account has ever known them. */
const SECRETS: Readonly<Record<string, string>> = {
  ASIAMEMBER: 'secret-of-the-member',
  ASIAADMIN: 'secret-of-the-admin',
};

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8}\/([^/]+)\/([^/]+)\/aws4_request), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

/**
 * Makes the signature anew from what arrived, with aws4: a signer that shares no code with the one under test.
 * @returns undefined when the request carries no signature
 */
export function verifySignature(arrived: ArrivedRequest): Verdict | undefined {
  const parts = AUTHORIZATION.exec(arrived.headers.authorization ?? '');
  if (parts === null) return undefined;
  const [, keyId = '', scope = '', region = '', service = '', names = '', signature] = parts;
  const signedHeaders = names.split(';');
  const { method, rawUrl, body } = arrived;
  const headers = Object.fromEntries(signedHeaders.map((name) => [name, arrived.headers[name]]));
  const signer = new aws4.RequestSigner(
    { method, path: rawUrl, body, region, service, headers, doNotModifyHeaders: true },
    { accessKeyId: keyId, secretAccessKey: SECRETS[keyId] ?? '' },
  );
  signer.datetime = String(arrived.headers['x-amz-date']);
  const matches = signer.authHeader().endsWith(`Signature=${String(signature)}`);
  return { signedHeaders, scope, matches, canonicalRequest: signer.canonicalString() };
}
