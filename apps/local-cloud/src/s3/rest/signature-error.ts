import type { SignatureClaim, SignatureRefusal } from '../../sigv4/signature-claim';
import { toBasicDate } from '../../sigv4/timestamp';
import { ACCESS_DENIED, type S3Error } from '../s3-error';
import { invalidArgument } from './rest-error';

/** Why a signature is not accepted: in S3's words for the caller, and in ours for the log. */
export interface RefusedSignature {
  readonly kind: 'refused';
  readonly error: S3Error;
  readonly because: string;
}

export function refuse(error: S3Error, because: string): RefusedSignature {
  return { kind: 'refused', error, because };
}

/** Source: Amazon S3 API Reference, "Error responses": RequestTimeTooSkewed. */
const MAX_SKEW_MS = 15 * 60 * 1000;

/** S3 has its own codes for what every service refuses. Source: Amazon S3 API Reference, "Error responses". */
export function malformedClaim(
  { code, message, because }: SignatureRefusal,
  { isPresigned, isSigV4 }: { readonly isPresigned: boolean; readonly isSigV4: boolean },
): RefusedSignature {
  if (code === 'InvalidSignatureException') {
    const error = 'There were headers present in the request which were not signed';
    return refuse({ ...ACCESS_DENIED, message: error }, because);
  }
  if (isPresigned) {
    return refuse({ status: 400, code: 'AuthorizationQueryParametersError', message }, because);
  }
  if (!isSigV4) {
    // The value stays unsaid: a bearer token may stand there.
    const { details, ...error } = invalidArgument('', '', 'Unsupported Authorization Type');
    return refuse(error, because);
  }
  return refuse({ status: 400, code: 'AuthorizationHeaderMalformed', message }, because);
}

/** A signature is good for one day, region and service. */
export function checkS3Scope(
  { credential, timestamp }: Pick<SignatureClaim, 'credential' | 'timestamp'>,
  region: string,
): RefusedSignature | undefined {
  const day = timestamp.slice(0, 8);
  const malformed = (why: string, details: S3Error['details'] = {}): RefusedSignature => {
    const message = `The authorization header is malformed; ${why}`;
    // What the caller named is repeated to the caller only: a line of the log is not for others to write.
    return refuse(
      { status: 400, code: 'AuthorizationHeaderMalformed', message, details },
      `the scope of the signature is not ${day}/${region}/s3/aws4_request`,
    );
  };
  if (credential.date !== day) {
    return malformed(
      `Invalid credential date "${credential.date}". This date is not the same as X-Amz-Date: "${day}".`,
    );
  }
  if (credential.region !== region) {
    const why = `the region '${credential.region}' is wrong; expecting '${region}'`;
    return malformed(why, { Region: region });
  }
  if (credential.service !== 's3') {
    return malformed(`incorrect service "${credential.service}". This endpoint belongs to "s3".`);
  }
  if (credential.terminator === 'aws4_request') return undefined;
  return malformed(
    `incorrect terminal "${credential.terminator}". This endpoint uses "aws4_request".`,
  );
}

/** A signed request may be fifteen minutes old or early; a presigned one lives as long as it says. */
export function checkS3Date(
  { timestamp, timestampMs, expiresSeconds }: SignatureClaim,
  nowMs: number,
): RefusedSignature | undefined {
  const now = toBasicDate(nowMs);
  const made = `made at ${timestamp}, now ${now}`;
  if (expiresSeconds !== undefined) {
    if (timestampMs > nowMs + MAX_SKEW_MS) {
      const error = { ...ACCESS_DENIED, message: 'Request is not valid yet' };
      return refuse(error, `the presigned request is not valid yet: ${made}`);
    }
    if (nowMs <= timestampMs + expiresSeconds * 1000) return undefined;
    const error = { ...ACCESS_DENIED, message: 'Request has expired' };
    return refuse(error, `the presigned request has expired: ${made}`);
  }
  if (Math.abs(nowMs - timestampMs) <= MAX_SKEW_MS) return undefined;
  return refuse(
    {
      status: 403,
      code: 'RequestTimeTooSkewed',
      message: 'The difference between the request time and the current time is too large.',
      details: {
        RequestTime: timestamp,
        ServerTime: now,
        MaxAllowedSkewMilliseconds: String(MAX_SKEW_MS),
      },
    },
    `the request is too old or too early: ${made}`,
  );
}
