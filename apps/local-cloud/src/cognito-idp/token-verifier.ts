/** What cognito-identity needs of the user pools: is this ID token genuine, and is it still alive? */
export interface TokenVerifier {
  verifyIdToken(token: string, nowMs: number): Promise<IdTokenVerdict>;
  /** False after global sign-out, revocation or deletion of the user: what `ServerSideTokenCheck` asks. */
  isActive(claims: Readonly<Record<string, unknown>>): boolean;
}

export type IdTokenVerdict =
  | {
      readonly kind: 'valid';
      /** `iss` without its scheme. */
      readonly providerName: string;
      /** `aud`. */
      readonly clientId: string;
      readonly claims: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'expired'; readonly nowSeconds: number; readonly expSeconds: number }
  | { readonly kind: 'not-an-id-token' }
  | { readonly kind: 'unknown-issuer' }
  | { readonly kind: 'bad-signature' };
