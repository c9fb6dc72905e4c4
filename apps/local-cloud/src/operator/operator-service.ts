import { createHash, timingSafeEqual } from 'node:crypto';

import { parseJsonObject, type JsonObject } from '../http/json-body';
import { header, type HttpRequest, type HttpResponse, type Service } from '../http/message';
import type { ConsoleFiles } from './console-files';
import { OperatorRefusal, type OperatorEndpoint } from './endpoint';
import { matchEndpoints } from './match-endpoint';

/** The header that carries the token of the data folder. */
export const OPERATOR_TOKEN_HEADER = 'x-gatehouse-token';

/**
 * What a person at this machine may see and do that no AWS service offers. A foreign page in a browser may not: there are no CORS
 * headers, and a token that only this user can read must be sent in a header.
 */
export function createOperator(
  token: string,
  endpoints: readonly OperatorEndpoint[],
  consoleFiles: ConsoleFiles,
): Service {
  const index = {
    endpoints: endpoints.map(({ method, path, summary }) => ({ method, path, summary })),
  };
  return {
    name: 'operator',
    handle: async (request) => (await consoleFiles(request)) ?? answer(request),
    refuse: ({ reason }) =>
      json(
        reason === 'internal-error' ? 500 : reason === 'body-too-large' ? 413 : 400,
        { error: reason },
        reason,
      ),
  };

  async function answer(request: HttpRequest): Promise<HttpResponse> {
    if (!isToken(token, header(request, OPERATOR_TOKEN_HEADER))) {
      const message = `Send the token of the data folder in the header ${OPERATOR_TOKEN_HEADER}.`;
      return json(401, { error: 'token-required', message }, 'no operator token, or a wrong one');
    }
    if (request.rawPath === '/endpoints' && request.method === 'GET')
      return json(200, index, 'endpoints');
    const matches = matchEndpoints(endpoints, request.rawPath);
    const match = matches.find(({ endpoint }) => endpoint.method === request.method);
    if (match !== undefined) return fulfil(match.endpoint, match.parameters, request);
    if (matches.length === 0)
      return json(404, { error: 'not-found', ...index }, 'no such endpoint');
    const methods = matches.map(({ endpoint }) => endpoint.method).join(', ');
    const message = `${request.rawPath} takes ${methods}, not ${request.method}.`;
    return json(405, { error: 'method-not-allowed', message }, `not ${methods}`);
  }
}

async function fulfil(
  endpoint: OperatorEndpoint,
  parameters: Readonly<Record<string, string>>,
  { body, rawQuery }: HttpRequest,
): Promise<HttpResponse> {
  const given = readBody(body);
  if (given === undefined)
    return json(400, { error: 'bad-request', message: 'The body is not a JSON object.' }, 'body');
  try {
    const query = new URLSearchParams(rawQuery);
    const answered = await endpoint.answer({ parameters, query, body: given });
    const sent = json(200, answered, endpoint.summary);
    return endpoint.method === 'GET' ? { ...sent, unlogged: true } : sent;
  } catch (error) {
    if (!(error instanceof OperatorRefusal)) throw error;
    return json(error.status, { error: 'refused', message: error.message }, error.message);
  }
}

function readBody(body: Buffer): JsonObject | undefined {
  try {
    return parseJsonObject(body);
  } catch {
    return undefined;
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
