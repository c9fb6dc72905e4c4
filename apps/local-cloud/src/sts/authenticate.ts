import type { TemporaryCredentials } from '../cognito-identity/credentials';
import { AwsError } from '../http/json-error';
import type { HttpRequest } from '../http/message';
import { indexHeaders } from '../http/request-headers';
import { readClaim } from '../sigv4/read-claim';
import type { SignatureErrorCode, SignatureRefusal } from '../sigv4/signature-claim';
import { createSigningKeys } from '../sigv4/signing-key';
import { verifySignature, type VerifierOptions } from '../sigv4/verify-signature';
import type { OperationNotes } from '../trace/operation-notes';
import type { StsServices } from './services';

/** What the query protocol calls the refusals. Source: AWS STS API reference, "Common Error Types". */
const CODE_OF: Readonly<Record<SignatureErrorCode, string>> = {
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  IncompleteSignatureException: 'IncompleteSignature',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  UnrecognizedClientException: 'InvalidClientTokenId',
  ExpiredTokenException: 'ExpiredToken',
};

/** Refusals of a session, before its signature could be compared. */
const ABOUT_SESSION: readonly SignatureErrorCode[] = [
  'UnrecognizedClientException',
  'ExpiredTokenException',
];

/** @returns whose signature a request carries. @throws AwsError when it is none, or not good */
export function createAuthenticate({
  model,
  clock,
  credentials,
}: Pick<StsServices, 'model' | 'clock' | 'credentials'>): (
  request: HttpRequest,
  notes: OperationNotes,
) => TemporaryCredentials {
  const options: VerifierOptions<TemporaryCredentials> = {
    region: model.region,
    service: 'sts',
    normalizePath: true,
    signingKeys: createSigningKeys(),
    find: (accessKeyId) => credentials.find(accessKeyId),
  };
  return ({ method, rawPath, rawQuery, body, rawHeaders }, notes) => {
    const wire = { method, rawPath, rawQuery, body, headers: indexHeaders(rawHeaders) };
    const read = readClaim(wire);
    if (read.kind === 'refused') throw refused(read);
    const verified = verifySignature(wire, read.claim, clock.now(), options);
    if (verified.kind === 'refused') {
      if ('expired' in verified) notes.caller = verified.expired;
      if (ABOUT_SESSION.includes(verified.code)) notes.refusedAt = 'session';
      throw refused(verified);
    }
    const { placement, signedHeaders } = read.claim;
    notes.caller = verified.secret;
    notes.claim = { placement, signedHeaders };
    return verified.secret;
  };
}

/** Unlike API Gateway, STS does not show what should have been signed. */
function refused({ code, message, because }: SignatureRefusal): AwsError {
  const text =
    code === 'MissingAuthenticationTokenException'
      ? 'Request is missing Authentication Token'
      : (message.split('\n\n', 1)[0] ?? message);
  return new AwsError(CODE_OF[code], text, { status: 403, because });
}
