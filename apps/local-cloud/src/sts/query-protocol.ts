import type { AwsError } from '../http/json-error';
import { header } from '../http/message';
import type { HttpRequest, HttpResponse } from '../http/message';

/** What an operation answers: elements by name, one level of them nested. */
export interface QueryAnswer {
  readonly result: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** For the log line, without the status. Never a secret. */
  readonly decision: string;
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Browsers may call STS from any page: what is asked is signed, or brings a token. */
const HEADERS: HttpResponse['headers'] = [
  ['Content-Type', 'text/xml'],
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'x-amzn-RequestId,Date'],
];

/** Whether a request speaks AWS's query protocol: a form, or a query, that names an `Action`. JSON services are never asked so. */
export function isQueryRequest(request: HttpRequest): boolean {
  if (request.rawPath !== '/') return false;
  if (request.method === 'GET') return new URLSearchParams(request.rawQuery).has('Action');
  const contentType = (header(request, 'content-type') ?? '').split(';', 1)[0]?.trim();
  return (
    request.method === 'POST' && contentType?.toLowerCase() === 'application/x-www-form-urlencoded'
  );
}

/** The parameters of a query request; the first of a name counts. */
export function queryParameters({
  method,
  rawQuery,
  body,
}: HttpRequest): Readonly<Record<string, string>> {
  const parameters = new URLSearchParams(method === 'GET' ? rawQuery : body.toString('utf8'));
  return Object.fromEntries([...parameters].reverse());
}

/** Source: AWS STS API reference, sample responses. */
export function queryAnswer(
  operation: string,
  requestId: string,
  { result, decision }: QueryAnswer,
): HttpResponse {
  const body = `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${elements(result)}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>\n`;
  return respond(200, requestId, body, `200 ${operation}: ${decision}`);
}

/** Source: AWS STS API reference, "Common Error Types". */
export function queryError(error: AwsError, requestId: string): HttpResponse {
  const { type, message, status, because } = error;
  const fault = status < 500 ? 'Sender' : 'Receiver';
  const body = `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${fault}</Type><Code>${type}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>\n`;
  const text = `${status} ${type}: ${message}${because === undefined ? '' : ` (${because})`}`;
  return respond(status, requestId, body, text.replaceAll(/\p{C}/gu, ' ').slice(0, 1024));
}

function respond(status: number, requestId: string, body: string, decision: string): HttpResponse {
  return { status, headers: [['x-amzn-RequestId', requestId], ...HEADERS], body, decision };
}

function elements(result: QueryAnswer['result']): string {
  return Object.entries(result)
    .map(([name, value]) => {
      const content = typeof value === 'string' ? escapeXml(value) : elements(value);
      return `<${name}>${content}</${name}>`;
    })
    .join('');
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[^\t\n\r\x20-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
