import type { GatewayResponse } from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';

/**
 * The status that a gateway response answers with instead of its type's own; a state says nothing with an empty text.
 * Source: API Gateway API reference, "GatewayResponse", statusCode: `[1-5]\d\d`.
 * @param where names the gateway response
 * @returns undefined where it has none
 */
export function responseStatus(
  { statusCode = '' }: Pick<GatewayResponse, 'statusCode'>,
  where: string,
): number | undefined {
  if (statusCode === '') return undefined;
  if (/^[1-5]\d\d$/.test(statusCode)) return Number(statusCode);
  throw new BootError(
    'ERR_API_GATEWAY_STATUS_CODE',
    `${where} has the status_code ${JSON.stringify(statusCode)}, and AWS takes three digits from 100 to 599. Use one of them, or leave it out to keep the status of each failure.`,
  );
}
