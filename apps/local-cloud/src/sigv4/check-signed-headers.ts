import type { RequestHeaders } from '../http/request-headers';
import { refuseSignature, type SignatureClaim, type SignatureRefusal } from './signature-claim';

/** Clients that add the session token after signing are many, and the token is checked by itself. */
const MAY_STAY_UNSIGNED = 'x-amz-security-token';

/**
 * `host`, the date and every `x-amz-*` header must be signed, and every signed header must be there.
 * Source: IAM User Guide, "Create a signed AWS API request", CanonicalHeaders.
 */
export function checkSignedHeaders(
  headers: RequestHeaders,
  signedHeaders: readonly string[],
  placement: SignatureClaim['placement'],
): SignatureRefusal | undefined {
  for (const name of requiredNames(headers, placement)) {
    if (!signedHeaders.includes(name)) return notSigned(name);
  }
  const absent = signedHeaders.find((name) => !headers.has(name));
  return absent === undefined ? undefined : notSent(absent);
}

function* requiredNames(
  headers: RequestHeaders,
  placement: SignatureClaim['placement'],
): Generator<string> {
  yield 'host';
  for (const name of headers.keys()) {
    if (name.startsWith('x-amz-') && name !== MAY_STAY_UNSIGNED) yield name;
  }
  if (placement === 'header' && !headers.has('x-amz-date')) yield 'date';
}

function notSigned(name: string): SignatureRefusal {
  return refuseSignature(
    'InvalidSignatureException',
    `'${titleCase(name)}' must be a 'SignedHeader' in the AWS Authorization.`,
    `header ${name} is not signed`,
  );
}

function notSent(name: string): SignatureRefusal {
  return refuseSignature(
    'IncompleteSignatureException',
    `'${name}' is named as a SignedHeader, but it does not exist in the HTTP request.`,
    `signed header ${name} was not sent`,
  );
}

function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
