import type { SignatureErrorCode, SignatureRefusal } from '../../sigv4/signature-claim';
import type { GatewayFailure, ResponseType } from './gateway-failure';

/**
 * Which gateway response stands for which refusal. `EXPIRED_TOKEN` is about the session; a signature that is too old counts as an
 * invalid one, and an unknown key or foreign token as denied access.
 * Source: AWS re:Post, "How do I troubleshoot HTTP 403 errors from API Gateway?".
 */
const RESPONSE_TYPE_OF: Readonly<Record<SignatureErrorCode, ResponseType>> = {
  MissingAuthenticationTokenException: 'MISSING_AUTHENTICATION_TOKEN',
  IncompleteSignatureException: 'INVALID_SIGNATURE',
  InvalidSignatureException: 'INVALID_SIGNATURE',
  UnrecognizedClientException: 'ACCESS_DENIED',
  ExpiredTokenException: 'EXPIRED_TOKEN',
};

export function signatureFailure({ code, message, because }: SignatureRefusal): GatewayFailure {
  return {
    responseType: RESPONSE_TYPE_OF[code],
    status: 403,
    errorType: code,
    message,
    because,
  };
}
