import { parseResultHeaders, type ResultHeaders } from './result-headers';

/** What a function may answer through a proxy integration, read and checked. */
export interface ProxyResult {
  readonly status: number;
  readonly headers: ResultHeaders;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

export type ProxyResultOrProblem =
  | { readonly kind: 'result'; readonly result: ProxyResult }
  | { readonly kind: 'malformed'; readonly because: string };

const KEYS: readonly string[] = [
  'isBase64Encoded',
  'statusCode',
  'headers',
  'multiValueHeaders',
  'body',
];

/**
 * Reads what a function returned. Anything outside this shape is a "malformed Lambda proxy response".
 * Source: API Gateway Developer Guide, "Output format of a Lambda function for proxy integration".
 */
export function parseProxyResult(payload: unknown): ProxyResultOrProblem {
  if (!isRecord(payload)) return malformed('an object');
  const unknownKey = Object.keys(payload).find((key) => !KEYS.includes(key));
  if (unknownKey !== undefined) return malformed(`only ${KEYS.join(', ')}, not ${unknownKey}`);
  const status = parseStatus(payload.statusCode);
  if (status === undefined) return malformed('a numeric statusCode');
  const headers = parseResultHeaders(payload.headers, payload.multiValueHeaders);
  if (typeof headers === 'string') return malformed(headers);
  const body = payload.body ?? '';
  if (typeof body !== 'string') return malformed('a body that is a string');
  const isBase64Encoded = payload.isBase64Encoded ?? false;
  if (typeof isBase64Encoded !== 'boolean') return malformed('a boolean isBase64Encoded');
  return { kind: 'result', result: { status, headers, body, isBase64Encoded } };
}

function parseStatus(value: unknown): number | undefined {
  if (value === undefined || value === null) return 200;
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599
    ? status
    : undefined;
}

function malformed(expected: string): ProxyResultOrProblem {
  return { kind: 'malformed', because: `the function must return ${expected}` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
