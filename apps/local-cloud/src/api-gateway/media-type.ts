import { firstHeader, type RequestHeaders } from '../http/request-headers';

/** The type of a request's body, in lower case and without parameters; what says nothing counts as JSON, as on AWS. */
export function mediaTypeOf(headers: RequestHeaders): string {
  const sent = firstHeader(headers, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  return sent === undefined || sent === '' ? 'application/json' : sent;
}
