import { firstHeader } from '../http/request-headers';
import { canonicalRequest } from './canonical-request';
import { checkDateWindow } from './check-date-window';
import { checkScope, type ExpectedScope } from './check-scope';
import { isSameSecret, signatureOf } from './compare-signatures';
import { refuseSignature, type SignatureClaim, type SignatureRefusal } from './signature-claim';
import type { SigningKeys } from './signing-key';
import { stringToSign } from './string-to-sign';
import type { WireRequest } from './wire-request';

/** What the verifier must know of a set of credentials. */
export interface SigningSecret {
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAtMs: number;
}

export interface VerifierOptions<Secret extends SigningSecret> extends ExpectedScope {
  readonly find: (accessKeyId: string) => Secret | undefined;
  readonly signingKeys: SigningKeys;
  readonly normalizePath: boolean;
}

export type Verification<Secret> =
  | { readonly kind: 'verified'; readonly secret: Secret }
  | ExpiredSession<Secret>
  | SignatureRefusal;

/** A session that was found, and is over: whoever explains the refusal can name it. */
interface ExpiredSession<Secret> extends SignatureRefusal {
  readonly expired: Secret;
}

/** Checks a claim against the request it came with: scope, age, key, session, then the signature itself. */
export function verifySignature<Secret extends SigningSecret>(
  request: WireRequest,
  claim: SignatureClaim,
  nowMs: number,
  options: VerifierOptions<Secret>,
): Verification<Secret> {
  const early = checkScope(claim, options) ?? checkDateWindow(claim, nowMs);
  if (early !== undefined) return early;
  const secret = options.find(claim.credential.accessKeyId);
  if (secret === undefined) return invalidToken('this access key was never issued');
  const session = checkSession(secret, claim, nowMs);
  if (session !== undefined) return session;
  const key = options.signingKeys(secret.secretAccessKey, claim.credential);
  for (const host of hostsAsSigned(request)) {
    const canonical = canonicalRequest(request, claim, { ...options, host });
    const expected = signatureOf(key, stringToSign(canonical, claim));
    if (isSameSecret(claim.signature, expected)) return { kind: 'verified', secret };
  }
  return doesNotMatch(request, claim, options.normalizePath);
}

/** As sent and, for clients that sign the bare name, without its port. */
function hostsAsSigned({ headers }: WireRequest): readonly string[] {
  const sent = (headers.get('host') ?? []).join(',');
  const bare = sent.replace(/:\d+$/, '');
  return bare === sent ? [sent] : [sent, bare];
}

function checkSession<Secret extends SigningSecret>(
  secret: Secret,
  { securityToken }: SignatureClaim,
  nowMs: number,
): ExpiredSession<Secret> | SignatureRefusal | undefined {
  if (securityToken === undefined) return invalidToken('no session token was sent');
  if (!isSameSecret(securityToken, secret.sessionToken)) {
    return invalidToken('the session token does not belong to the access key');
  }
  if (nowMs < secret.expiresAtMs) return undefined;
  const refusal = refuseSignature(
    'ExpiredTokenException',
    'The security token included in the request is expired',
    `the session has expired, at ${new Date(secret.expiresAtMs).toISOString()}`,
  );
  return { ...refusal, expired: secret };
}

function invalidToken(because: string): SignatureRefusal {
  return refuseSignature(
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    because,
  );
}

/**
 * Like AWS, tells the caller what should have been signed. That repeats the caller's own headers (a signed session token among
 * them) and nothing else, and goes into the answer only, never into a log.
 */
function doesNotMatch(
  request: WireRequest,
  claim: SignatureClaim,
  normalizePath: boolean,
): SignatureRefusal {
  const canonical = canonicalRequest(request, claim, { normalizePath });
  const readable = Buffer.from(canonical, 'latin1').toString('utf8');
  return refuseSignature(
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\n' +
      `The Canonical String for this request should have been\n'${readable}'\n\n` +
      `The String-to-Sign should have been\n'${stringToSign(canonical, claim)}'\n`,
    `the signature does not match (signed: ${claim.signedHeaders.join(' ')}; Host ${firstHeader(request.headers, 'host') ?? 'absent'})`,
  );
}
