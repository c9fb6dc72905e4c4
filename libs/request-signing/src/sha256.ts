import { WebCryptoSha256 } from '@aws-crypto/sha256-browser';
import { Sha256 as JsSha256 } from '@aws-crypto/sha256-js';

/**
 * The browser's own SHA-256 where there is one. Pages served over plain HTTP, as S3 websites are, have no `crypto.subtle`;
 * there it is computed in JavaScript. Source: W3C Web Cryptography API, `[SecureContext] SubtleCrypto`.
 */
export function chooseSha256(hasSubtleCrypto: boolean): typeof WebCryptoSha256 | typeof JsSha256 {
  return hasSubtleCrypto ? WebCryptoSha256 : JsSha256;
}
