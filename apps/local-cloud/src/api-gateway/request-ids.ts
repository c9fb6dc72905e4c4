/** The ids that one request carries through answers, events and logs. */
export interface RequestIds {
  /** `x-amzn-RequestId`: a UUID. */
  readonly requestId: string;
  /** `x-amz-apigw-id`, which events call the extended request id: 11 bytes in base64. */
  readonly extendedRequestId: string;
  /** The root of an X-Ray trace: `1-<8 hex: seconds>-<24 hex>`. Source: AWS X-Ray Developer Guide, "Trace ID format". */
  readonly traceRoot: string;
}

/**
 * All follow from the request id, so that one id found anywhere leads to the others.
 * @param requestId a UUID: the others are digits of it
 */
export function createRequestIds(requestId: string, receivedAtMs: number): RequestIds {
  const digits = requestId.replaceAll('-', '');
  const seconds = Math.floor(receivedAtMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return {
    requestId,
    extendedRequestId: Buffer.from(digits.slice(0, 22), 'hex').toString('base64'),
    traceRoot: `1-${seconds}-${digits.slice(8)}`,
  };
}
