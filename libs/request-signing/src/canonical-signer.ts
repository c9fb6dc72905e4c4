import { SignatureV4 } from '@aws-sdk/signature-v4';

/** The signer, keeping the canonical request it made, so that no other code makes it a second time to show it. */
export class CanonicalSigner extends SignatureV4 {
  canonicalRequest = '';

  protected override createCanonicalRequest(
    ...parts: Parameters<SignatureV4['createCanonicalRequest']>
  ): string {
    this.canonicalRequest = super.createCanonicalRequest(...parts);
    return this.canonicalRequest;
  }
}
