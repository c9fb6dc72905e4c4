import type { HttpResponse, TransportRefusal } from '../http/message';
import { failure } from './failures/gateway-failure';
import { renderDefault } from './failures/gateway-responses';
import { MAX_BODY_BYTES } from './request-limits';
import { createRequestIds } from './request-ids';

/** What is refused before the gateway sees a request: no gateway response, so no CORS headers, applies. */
export function refuseTransport(
  { reason, detail }: TransportRefusal,
  requestId: string,
  nowMs: number,
): HttpResponse {
  const ids = createRequestIds(requestId, nowMs);
  switch (reason) {
    case 'body-too-large':
      return {
        status: 413,
        headers: [
          ['Content-Type', 'text/plain'],
          ['x-amzn-RequestId', requestId],
        ],
        body: `HTTP content length exceeded ${MAX_BODY_BYTES} bytes.`,
        decision: '413 RequestTooLarge: the body is over 10 MB',
      };
    case 'malformed':
      return renderDefault(failure('malformedRequest', detail), { ids });
    case 'internal-error':
      return renderDefault(failure('internal', detail), { ids });
  }
}
