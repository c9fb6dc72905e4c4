import type { HttpErrorResponse } from '@angular/common/http';

import { readServerTime } from './server-time';
import { toErrorName, type FailedAnswer } from './signature-refusal';

/** AWS's refusals are a few hundred bytes (one quotes a canonical request); nothing beyond this is read. */
const MAX_CHARACTERS = 64 * 1024;

/** Reads what an error response tells of its cause, whichever `responseType` the request asked for. */
export async function readFailedAnswer(
  error: HttpErrorResponse,
  signedAt: number,
): Promise<FailedAnswer> {
  const message = await readMessage(error.error);
  return {
    status: error.status,
    errorType: toErrorName(error.headers.get('x-amzn-ErrorType')),
    message,
    serverTime: readServerTime(error.headers.get('Date'), message),
    signedAt,
  };
}

async function readMessage(body: unknown): Promise<string | undefined> {
  if (body instanceof Blob) return readMessage(await body.slice(0, MAX_CHARACTERS).text());
  if (body instanceof ArrayBuffer) {
    return readMessage(new TextDecoder().decode(body.slice(0, MAX_CHARACTERS)));
  }
  if (typeof body === 'string') return toMessage(parseJson(body)) ?? body;
  return toMessage(body);
}

function toMessage(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { message, Message }: { message?: unknown; Message?: unknown } = body;
  return [message, Message].find((text) => typeof text === 'string');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: the text itself is the message.
  }
}
