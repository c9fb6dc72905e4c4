import { hash } from 'node:crypto';

import type { SignatureClaim } from './signature-claim';

export const ALGORITHM = 'AWS4-HMAC-SHA256';

/** Source: IAM User Guide, "Create a signed AWS API request", step 3. @param canonical latin1 */
export function stringToSign(
  canonical: string,
  { timestamp, credential }: Pick<SignatureClaim, 'timestamp' | 'credential'>,
): string {
  const { date, region, service, terminator } = credential;
  const digest = hash('sha256', Buffer.from(canonical, 'latin1'), 'hex');
  return `${ALGORITHM}\n${timestamp}\n${date}/${region}/${service}/${terminator}\n${digest}`;
}
