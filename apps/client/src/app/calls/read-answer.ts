import type { HttpHeaders } from '@angular/common/http';

import type { CallAnswer, Caller } from './call-outcome';

/**
 * Reads what is needed of an answer.
 * @param body kept as text, since errors need not be JSON
 */
export function readAnswer(
  { status, headers }: { readonly status: number; readonly headers: HttpHeaders },
  body: unknown,
): CallAnswer {
  const text = typeof body === 'string' ? body : '';
  // AWS services may end the type with a colon and a link.
  const errorType = headers.get('x-amzn-errortype')?.split(':')[0]?.trim() ?? '';
  return {
    status,
    errorType: errorType === '' ? undefined : errorType,
    requestId: headers.get('x-amzn-requestid') ?? undefined,
    text,
    json: parse(text),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The caller as our routes report it, or `undefined` when the body is something else. */
export function readCaller(json: unknown): Caller | undefined {
  const caller = memberOf(json, 'caller');
  const identityId = memberOf(caller, 'identityId');
  const role = memberOf(caller, 'role');
  const group = memberOf(caller, 'group');
  if (typeof identityId !== 'string' || typeof role !== 'string') return undefined;
  return { identityId, role, group: typeof group === 'string' ? group : null };
}

/** The property of a parsed JSON value, or `undefined`. */
export function memberOf(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null) return undefined;
  return Object.entries(json).find(([key]) => key === name)?.[1];
}
