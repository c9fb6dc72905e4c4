import type { OpenIdTokenClaims, OpenIdTokenKeys } from '../cognito-identity/open-id-token-keys';
import { AwsError } from '../http/json-error';

/**
 * Checks the token of an identity pool. Tokens of anybody else are refused as those of a provider that the account does not have.
 * Source: AWS STS API reference, "AssumeRoleWithWebIdentity" (errors); the first text as recorded in aws-amplify/amplify-js issue 9704.
 * @throws AwsError InvalidIdentityToken, or ExpiredTokenException
 */
export async function verifyWebIdentity(
  keys: Pick<OpenIdTokenKeys, 'verify'>,
  token: string,
  nowMs: number,
): Promise<OpenIdTokenClaims> {
  const verdict = await keys.verify(token, nowMs);
  switch (verdict.kind) {
    case 'valid':
      return verdict.claims;
    case 'not-a-jwt':
      throw invalid(
        'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
      );
    case 'unknown-issuer':
      throw invalid(
        `No OpenIDConnect provider found in your account for ${verdict.issuer}`,
        'the local cloud takes tokens of GetOpenIdToken only',
      );
    case 'bad-signature':
      throw invalid(
        'The web identity token that was passed could not be validated by AWS. Get a new identity token from the identity provider and then retry the request.',
        'its signature is not of an identity pool with the basic flow',
      );
    case 'expired':
      throw new AwsError(
        'ExpiredTokenException',
        `Token expired: current date/time ${verdict.nowSeconds} must be before the expiration date/time ${verdict.expSeconds}`,
      );
  }
}

function invalid(message: string, because?: string): AwsError {
  return new AwsError('InvalidIdentityToken', message, because === undefined ? {} : { because });
}
