import type { HttpRequest } from '../http/message';
import type { RequestHeaders } from '../http/request-headers';

/** The parts of a request that a signature covers. Texts are wire bytes as latin1, as node:http hands them. */
export interface WireRequest extends Pick<HttpRequest, 'method' | 'rawPath' | 'rawQuery' | 'body'> {
  readonly headers: RequestHeaders;
}
