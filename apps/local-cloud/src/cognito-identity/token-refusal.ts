import type { IdTokenVerdict } from '../cognito-idp/token-verifier';
import type { AwsError } from '../http/json-error';
import { invalidLoginToken } from './identity-errors';
import type { ExternalVerdict } from './external-tokens';

type Refused =
  | Exclude<IdTokenVerdict | ExternalVerdict, { kind: 'valid' | 'unknown-issuer' }>
  | { readonly kind: 'unknown-issuer'; readonly issuer?: string };

/** What AWS says of a token that is no good. */
export function tokenRefusal(verdict: Refused, token: string): AwsError {
  switch (verdict.kind) {
    case 'expired':
      return invalidLoginToken(`Token expired: ${verdict.nowSeconds} >= ${verdict.expSeconds}`);
    case 'bad-signature':
      return invalidLoginToken("Couldn't verify signed token.");
    case 'no-keys':
      return invalidLoginToken("Couldn't verify signed token.", { because: verdict.because });
    case 'unknown-issuer':
      return invalidLoginToken("Issuer doesn't match providerName", {
        because: `issuer ${verdict.issuer ?? 'of no user pool here'}`,
      });
    case 'not-an-id-token':
      return looksLikeJwt(token)
        ? invalidLoginToken('Not a valid OpenId Connect identity token.', {
            because: 'token_use is not id, or a claim is missing',
          })
        : invalidLoginToken('Not a Cognito token.', { because: 'not a JWT' });
  }
}

function looksLikeJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}
