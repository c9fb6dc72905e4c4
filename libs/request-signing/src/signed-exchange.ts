import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpRequest,
} from '@angular/common/http';
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs';

import { fixRequest, type FixedRequest } from './fix-request';
import type { SigningPlatform } from './platform';
import { readFailedAnswer } from './read-failed-answer';
import { RequestSigningError } from './request-signing-error';
import type { RequestSigningOptions, SigningCredentials } from './request-signing-options';
import { toClockOffset } from './server-time';
import { classifyRefusal } from './signature-refusal';
import { signRequest } from './sign-request';
import { ON_REQUEST_SIGNED } from './signed-request';
import type { SigningMemory } from './signing-memory';

/** Everything one request to the API needs, whichever attempt it is. */
export interface ExchangeParts {
  readonly options: RequestSigningOptions;
  readonly memory: SigningMemory;
  readonly platform: SigningPlatform;
  readonly next: HttpHandlerFn;
}

interface Attempt {
  readonly fixed: FixedRequest;
  readonly credentials: SigningCredentials;
  readonly number: 1 | 2;
}

/** A new signature for nearly the same time would be refused like the one before. */
const WORTH_A_RETRY_MS = 60_000;

/**
 * Signs a request, sends it, and sends it once more, signed anew, when AWS refused the signature for a reason that a new
 * one mends. Nothing has reached the API's code by then, so that this is safe for every method.
 */
export function exchangeSigned(
  parts: ExchangeParts,
  request: HttpRequest<unknown>,
  target: URL,
): Observable<HttpEvent<unknown>> {
  return from(prepare(parts, request, target)).pipe(switchMap((attempt) => send(parts, attempt)));
}

async function prepare(
  { options, memory }: ExchangeParts,
  request: HttpRequest<unknown>,
  target: URL,
): Promise<Attempt> {
  // The body is read first, before anybody has time to change it.
  const [fixed, credentials] = await Promise.all([
    fixRequest(request, target, options.apiKey),
    memory.credentials.get(options.credentials),
  ]);
  return { fixed, credentials, number: 1 };
}

function send(parts: ExchangeParts, attempt: Attempt): Observable<HttpEvent<unknown>> {
  const signedAt = parts.memory.serverNow();
  return from(sign(parts, attempt, signedAt)).pipe(
    switchMap((signed) => parts.next(signed)),
    catchError((error: unknown) =>
      attempt.number === 1 && error instanceof HttpErrorResponse
        ? retry(parts, attempt, error, signedAt)
        : throwError(() => error),
    ),
  );
}

async function sign(
  { options, memory, platform }: ExchangeParts,
  { fixed, credentials, number }: Attempt,
  signedAt: number,
): Promise<HttpRequest<unknown>> {
  const { region } = options;
  const { hasSubtleCrypto } = platform;
  const signing = { region, credentials, signedAt, attempt: number, hasSubtleCrypto };
  const { request, signed } = await signRequest(fixed, signing).catch((cause: unknown) => {
    throw new RequestSigningError('ERR_SIGNING_UNAVAILABLE', 'The signer failed.', { cause });
  });
  memory.lastSigned.set(signed);
  request.context.get(ON_REQUEST_SIGNED)(signed);
  return request;
}

function retry(
  parts: ExchangeParts,
  attempt: Attempt,
  error: HttpErrorResponse,
  signedAt: number,
): Observable<HttpEvent<unknown>> {
  return from(mend(parts, attempt, error, signedAt)).pipe(
    switchMap((credentials) =>
      credentials === undefined
        ? throwError(() => error)
        : send(parts, { ...attempt, credentials, number: 2 }),
    ),
  );
}

/** @returns the credentials to sign with anew, or undefined when a new signature would be refused like the old one */
async function mend(
  { options, memory, platform }: ExchangeParts,
  { credentials }: Attempt,
  error: HttpErrorResponse,
  signedAt: number,
): Promise<SigningCredentials | undefined> {
  const receivedAt = platform.now();
  const answer = await readFailedAnswer(error, signedAt);
  const refusal = classifyRefusal(answer);
  if (refusal === 'session') {
    const renewed = await memory.credentials.get(options.credentials, credentials);
    return renewed.sessionToken === credentials.sessionToken ? undefined : renewed;
  }
  if (refusal === 'none' || answer.serverTime === undefined) return undefined;
  memory.clockOffsetMs.set(toClockOffset(answer.serverTime, receivedAt));
  if (Math.abs(memory.serverNow() - signedAt) < WORTH_A_RETRY_MS) return undefined;
  return memory.credentials.get(options.credentials);
}
