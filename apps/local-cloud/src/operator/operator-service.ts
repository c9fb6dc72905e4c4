import { createHash, timingSafeEqual } from 'node:crypto';

import { header, type HttpRequest, type HttpResponse, type Service } from '../http/message';

/** The header that carries the token of the data folder. */
export const OPERATOR_TOKEN_HEADER = 'x-gatehouse-token';

/** One thing an operator may read: a path, what it is, and where its JSON comes from. */
export interface OperatorEndpoint {
  readonly path: string;
  readonly summary: string;
  read(): unknown;
}

/**
 * What a person at this machine may see that no AWS service shows. A page in a browser may not: there are no CORS headers, and a
 * token that only this user can read must be sent in a header.
 */
export function createOperator(token: string, endpoints: readonly OperatorEndpoint[]): Service {
  const byPath = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
  const index = { endpoints: endpoints.map(({ path, summary }) => ({ path, summary })) };
  return {
    name: 'operator',
    handle: (request) => Promise.resolve(answer(request)),
    refuse: ({ reason }) =>
      json(
        reason === 'internal-error' ? 500 : reason === 'body-too-large' ? 413 : 400,
        { error: reason },
        reason,
      ),
  };

  function answer(request: HttpRequest): HttpResponse {
    if (!isToken(token, header(request, OPERATOR_TOKEN_HEADER))) {
      const message = `Send the token of the data folder in the header ${OPERATOR_TOKEN_HEADER}.`;
      return json(401, { error: 'token-required', message }, 'no operator token, or a wrong one');
    }
    if (request.method !== 'GET')
      return json(
        405,
        { error: 'method-not-allowed', message: 'These endpoints are read with GET.' },
        'not GET',
      );
    if (request.rawPath === '/') return json(200, index, 'endpoints');
    const endpoint = byPath.get(request.rawPath);
    if (endpoint === undefined)
      return json(404, { error: 'not-found', ...index }, 'no such endpoint');
    return json(200, endpoint.read(), endpoint.summary);
  }
}

/** Compares digests, so that neither content nor length shows in the time taken. */
function isToken(token: string, given: string | undefined): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(token), digest(given));
}

function json(status: number, body: unknown, decision: string): HttpResponse {
  return {
    status,
    headers: [
      ['Content-Type', 'application/json'],
      ['Cache-Control', 'no-store'],
      ['X-Content-Type-Options', 'nosniff'],
    ],
    body: `${JSON.stringify(body, null, 2)}\n`,
    decision: `${status} ${decision}`,
  };
}
