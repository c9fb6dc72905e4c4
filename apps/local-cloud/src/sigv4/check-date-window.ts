import { refuseSignature, type SignatureClaim, type SignatureRefusal } from './signature-claim';
import { toBasicDate } from './timestamp';

const MINUTE_MS = 60_000;
const WINDOW_MS = 5 * MINUTE_MS;

/**
 * A signed request may be five minutes old or early; a presigned one lives as long as it says.
 * Source: IAM User Guide, "Elements of an AWS API request signature".
 */
export function checkDateWindow(
  claim: Pick<SignatureClaim, 'timestamp' | 'timestampMs' | 'expiresSeconds'>,
  nowMs: number,
): SignatureRefusal | undefined {
  const lifetimeMs = claim.expiresSeconds === undefined ? WINDOW_MS : claim.expiresSeconds * 1000;
  if (claim.timestampMs < nowMs - lifetimeMs) {
    const now = toBasicDate(nowMs);
    const minutes = Number((lifetimeMs / MINUTE_MS).toFixed(2));
    return refuseSignature(
      'InvalidSignatureException',
      `Signature expired: ${claim.timestamp} is now earlier than ${toBasicDate(nowMs - lifetimeMs)} (${now} - ${minutes} min.)`,
      `signature expired: made at ${claim.timestamp}, now ${now}`,
    );
  }
  if (claim.timestampMs > nowMs + WINDOW_MS) {
    const now = toBasicDate(nowMs);
    return refuseSignature(
      'InvalidSignatureException',
      `Signature not yet current: ${claim.timestamp} is still later than ${toBasicDate(nowMs + WINDOW_MS)} (${now} + 5 min.)`,
      `signature not yet current: made at ${claim.timestamp}, now ${now}`,
    );
  }
  return undefined;
}
