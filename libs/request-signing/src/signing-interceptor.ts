import { DOCUMENT, inject } from '@angular/core';
import type { HttpInterceptorFn } from '@angular/common/http';
import { from, switchMap, throwError } from 'rxjs';

import { SIGNING_PLATFORM } from './platform';
import { RequestSigningError } from './request-signing-error';
import { REQUEST_SIGNING_OPTIONS, type RequestSigningOptions } from './request-signing-options';
import type * as SignedExchange from './signed-exchange';
import { isSignedTarget, parseApiUrl } from './signed-target';
import { SigningMemory } from './signing-memory';

/**
 * Signs requests to the configured API, and passes every other on untouched. Must be the last interceptor, for what it
 * signed may not change after it; wants Angular's fetch backend (the default), for only `fetch` can refuse redirects.
 *
 * Errors: `RequestSigningError` when the request was not sent; otherwise `HttpErrorResponse` as ever.
 */
export const signingInterceptor: HttpInterceptorFn = (request, next) => {
  const options = inject(REQUEST_SIGNING_OPTIONS)();
  if (options === undefined) return next(request);
  const memory = inject(SigningMemory);
  const platform = inject(SIGNING_PLATFORM);
  const { baseURI } = inject(DOCUMENT);
  try {
    const api = parseOptions(options);
    const target = URL.canParse(request.urlWithParams, baseURI)
      ? new URL(request.urlWithParams, baseURI)
      : undefined;
    if (target === undefined || !isSignedTarget(target, api)) return next(request);
    return from(loadSigner()).pipe(
      switchMap(({ exchangeSigned }) =>
        exchangeSigned({ options, memory, platform, next }, request, target),
      ),
    );
  } catch (error) {
    return throwError(() => error);
  }
};

function parseOptions({ apiUrl, region }: RequestSigningOptions): URL {
  if (region !== '') return parseApiUrl(apiUrl);
  throw new RequestSigningError(
    'ERR_SIGNING_CONFIGURATION',
    'region is empty; expected the region of the API, such as "eu-west-1".',
  );
}

/** Behind an import(), so that a page weighs less until it calls the API. */
async function loadSigner(): Promise<typeof SignedExchange> {
  try {
    return await import('./signed-exchange');
  } catch (cause) {
    throw new RequestSigningError(
      'ERR_SIGNING_UNAVAILABLE',
      'The signer could not be loaded; usually the network is down.',
      { cause },
    );
  }
}
