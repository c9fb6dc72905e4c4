import type { AuthModel } from '@gatehouse/auth-model';

import type { CredentialLookup, TemporaryCredentials } from '../../cognito-identity/credentials';
import type { Exchange } from '../exchange';
import type { GatewayFailure } from '../failures/gateway-failure';
import { signatureFailure } from '../failures/signature-failure';
import { readClaim } from '../../sigv4/read-claim';
import type { SignatureClaim } from '../../sigv4/signature-claim';
import { createSigningKeys } from '../../sigv4/signing-key';
import { verifySignature, type VerifierOptions } from '../../sigv4/verify-signature';

export type Authentication =
  | {
      readonly kind: 'authenticated';
      readonly caller: TemporaryCredentials;
      readonly claim: SignatureClaim;
    }
  | {
      readonly kind: 'refused';
      readonly failure: GatewayFailure;
      /** Whose session it was, where all that is wrong is that it is over. */
      readonly expired?: TemporaryCredentials;
    };

/** Finds out whose signature a request carries. */
export type Authenticate = (exchange: Exchange, nowMs: number) => Authentication;

export function createAuthenticate(services: {
  readonly model: Pick<AuthModel, 'region'>;
  readonly credentials: CredentialLookup;
}): Authenticate {
  const options: VerifierOptions<TemporaryCredentials> = {
    region: services.model.region,
    service: 'execute-api',
    normalizePath: true,
    signingKeys: createSigningKeys(),
    find: (accessKeyId) => services.credentials.find(accessKeyId),
  };
  return ({ request, headers }, nowMs) => {
    const { method, rawPath, rawQuery, body } = request;
    const wire = { method, rawPath, rawQuery, body, headers };
    const read = readClaim(wire);
    if (read.kind === 'refused') return { kind: 'refused', failure: signatureFailure(read) };
    const verified = verifySignature(wire, read.claim, nowMs, options);
    if (verified.kind === 'verified')
      return { kind: 'authenticated', caller: verified.secret, claim: read.claim };
    return {
      kind: 'refused',
      failure: signatureFailure(verified),
      ...('expired' in verified && { expired: verified.expired }),
    };
  };
}
